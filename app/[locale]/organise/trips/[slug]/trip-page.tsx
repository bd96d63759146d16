import type { ReactNode } from "react";
import { PageShell } from "#components/page-shell.tsx";
import type { OwnTrip } from "#domain/organiser/queries.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

type TripPageProps = {
  locale: Locale;
  trip: OwnTrip;
  /** Address of this page without its language. */
  path: string;
  title: string;
  /** What was just done, in a sentence. */
  notice?: string | undefined;
  /** Where the line above the title leads; the trip's own page unless said. */
  back?: { href: string; label: string };
  children: ReactNode;
};

/** One of the organiser's pages about a trip: whose it is, the way back, and what it is for. */
export function TripPage({ locale, trip, path, title, notice, back, children }: TripPageProps) {
  const { href, label } = back ?? {
    href: localePath(locale, `/organise/trips/${trip.slug}`),
    label: textIn(locale, trip.title),
  };
  return (
    <PageShell path={path} organiser={trip.organisation}>
      <p className="kicker">
        <a href={href}>{label}</a>
      </p>
      <h1>{title}</h1>
      {notice ? (
        <p className="notice" role="status">
          {notice}
        </p>
      ) : null}
      {children}
    </PageShell>
  );
}
