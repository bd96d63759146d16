import type { ReactNode } from "react";
import { EuBlock } from "#components/eu-block.tsx";
import { PageShell } from "#components/page-shell.tsx";
import type { Call } from "#domain/call/queries.ts";
import { tripPath } from "#domain/trip/rules.ts";
import { formatDays } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

type CallPageProps = {
  call: Call;
  locale: Locale;
  /** Below the address of the registration, e.g. `/check`. */
  below?: string;
  title: string;
  children: ReactNode;
};

/** A page about one's registration for a trip: whose trip it is and when, then what the page is for. */
export function CallPage({ call, locale, below = "", title, children }: CallPageProps) {
  const organiser = textIn(locale, call.organiser);
  const trip = `/trips/${call.slug}`;
  return (
    <PageShell
      path={`${trip}/registration${below}`}
      organiser={organiser}
      foot={
        call.project ? (
          <EuBlock project={call.project} organiser={organiser} locale={locale} />
        ) : null
      }
    >
      <p className="kicker">
        <a href={localePath(locale, tripPath(call))}>{textIn(locale, call.title)}</a>
        {" · "}
        {formatDays(call.dates, locale)}
      </p>
      <h1>{title}</h1>
      {children}
    </PageShell>
  );
}
