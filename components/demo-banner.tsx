import { env } from "#lib/env.ts";

/** Says on every page that this is a demonstration and where its mails land. */
export function DemoBanner(texts: { label: string; text: string; link: string }) {
  if (!env().demo) return null;
  return (
    <aside className="demo screen" aria-label={texts.label}>
      {texts.text} <a href="/dev/mailbox">{texts.link}</a>
    </aside>
  );
}
