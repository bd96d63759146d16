import * as z from "zod";

const shape = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url(),
  /** Where people reach the product, without a trailing slash. */
  APP_URL: z.url().default("http://localhost:3000"),
  AUTH_SECRET: z.string().min(32),
  /** `embedded` when `npm start` brought the database along; set by the launcher alone. */
  DATABASE_MODE: z.enum(["embedded", "external"]).default("external"),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("Pieredze <pieredze@localhost>"),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button for that provider says. */
  OIDC_LABEL: z.string().default("OpenID Connect"),
  /** Proxies in front of us whose X-Forwarded-For is believed, separated by commas. */
  TRUSTED_PROXIES: z.string().default("127.0.0.1,::1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** Settings of this process. Read lazily, so that a build needs none of them. */
export type Env = z.infer<typeof shape> & { demo: boolean };

let parsed: Env | undefined;

/** Throws with the names of the settings that are missing or wrong. */
export function env(): Env {
  parsed ??= parse(process.env);
  return parsed;
}

function parse(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = shape.safeParse(given);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Settings are missing or wrong: ${names.join("; ")}`);
  }
  const { DATABASE_MODE, SMTP_URL } = result.data;
  return { ...result.data, demo: DATABASE_MODE === "embedded" && !SMTP_URL };
}
