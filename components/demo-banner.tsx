import { env } from "#lib/env.ts";

/** Says on every page that this is a demonstration and where its mails land. */
export function DemoBanner({ text, link }: { text: string; link: string }) {
  if (!env().demo) return null;
  return (
    <p className="demo screen">
      {text} <a href="/dev/mailbox">{link}</a>
    </p>
  );
}
