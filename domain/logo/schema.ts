import * as z from "zod/mini";

/** The largest file of a logo that is taken: 5 MB. */
export const mostLogoBytes = 5 * 1024 * 1024;

/** So many logos stand beside the emblem of one project. */
export const mostLogos = 6;

const words = z.string().check(z.trim(), z.maxLength(200, "tooLong"));

/** Whose logo it is: read out where nobody sees it. */
export const logoName = z.object({
  lv: z.string().check(z.trim(), z.minLength(1, "logoNameMissing"), z.maxLength(200, "tooLong")),
  en: z.exactOptional(words),
  lt: z.exactOptional(words),
});

export type LogoName = z.input<typeof logoName>;

/** A logo by its project and the SHA-256 of its picture. */
export type LogoReference = { projectId: string; sha256: string };

/** A file, whatever it is called, with whose logo it is. */
export type SentLogo = { projectId: string; name: LogoName; bytes: Uint8Array };
