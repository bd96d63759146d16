import { type Assignment, to } from "./schema.ts";

/** What the server actions about marks, walk-ins and signed sheets let somebody do. */
export const attendanceActions: Record<string, Assignment> = {
  "app/[locale]/organise/trips/[slug]/attendance/[date]/actions.ts#correctInList": to(
    "attendance",
    "correct",
  ),
  "app/[locale]/organise/trips/[slug]/attendance/[date]/actions.ts#takeOut": to(
    "attendance",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/attendance/[date]/actions.ts#writeDown": to(
    "attendance",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/attendance/[date]/sheet/actions.ts#closeDay": to(
    "attendance",
    "correct",
  ),
  "app/[locale]/organise/trips/[slug]/attendance/[date]/sheet/actions.ts#compare": to(
    "attendance",
    "correct",
  ),
  "app/[locale]/organise/trips/[slug]/attendance/[date]/sheet/actions.ts#reopen": to(
    "attendance",
    "correct",
  ),
  "app/[locale]/organise/trips/[slug]/attendance/[date]/sheet/actions.ts#sendSheet": to(
    "attendance",
    "correct",
  ),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/actions.ts#correctMark": to(
    "attendance",
    "correct",
  ),
};
