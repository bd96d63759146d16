import { type Assignment, to } from "./schema.ts";

/** What the functions about projects and their logos let somebody do. */
export const projectFunctions: Record<string, Assignment> = {
  "logo.addLogo": to("administration", "write"),
  "logo.logoPicture": to("publishedTrip", "read"),
  "logo.logoPictures": to("machinery", "read"),
  "logo.moveLogo": to("administration", "write"),
  "logo.readLogo": to("machinery", "read"),
  "logo.removeLogo": to("administration", "write"),
  "logo.renameLogo": to("administration", "write"),
  "project.changeProject": to("administration", "write"),
  "project.createProject": to("administration", "write"),
  "project.heldProject": to("machinery", "read"),
  "project.logosOf": to("machinery", "read"),
  "project.mayKeepProjects": to("machinery", "read"),
  "project.ownProjects": to("administration", "read"),
  "project.removeProject": to("administration", "write"),
};
