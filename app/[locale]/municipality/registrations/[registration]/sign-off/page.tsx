import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { signOffCase } from "#domain/sign-off/queries.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireCoordinator } from "../../../require-coordinator.ts";
import { sayNo, sayYes } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.signOff");
  return { title: t("title") };
}

/** One employee's own registration, and the municipality's yes or no to it. */
export default async function SignOffPage({
  params,
}: PageProps<"/[locale]/municipality/registrations/[registration]/sign-off">) {
  const { registration } = await params;
  const { locale, actor, path, now } = await requireCoordinator(
    params,
    `/registrations/${registration}/sign-off`,
  );
  const one = await signOffCase(actor, registration);
  if (!one) notFound();
  const t = await getTranslations("municipality.signOff");
  const person = `${one.givenName} ${one.familyName}`;
  const until = one.signOffDueAt ? formatDeadline(one.signOffDueAt, locale, now) : "";
  const isOpen = one.signedOffAt === null && ["waiting", "awaitingSignOff"].includes(one.state);
  const outcome = one.state === "waiting" && one.signedOffAt ? "signed" : one.state;
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/municipality")}>{one.organisation}</a>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">
        {t("lead", {
          person,
          position: one.position,
          trip: textIn(locale, one.tripTitle),
          dates: formatDays(one.tripDates, locale),
        })}
      </p>
      <p role={isOpen ? undefined : "status"}>{t(`state.${outcome}`, { until })}</p>
      {isOpen ? (
        <>
          <RecordForm
            action={sayYes.bind(null, locale, one.registrationId)}
            initial={untouched()}
            fields={[]}
            submit={t("yes")}
            formId="yes"
          />
          <section>
            <h2>{t("noTitle")}</h2>
            <RecordForm
              action={sayNo.bind(null, locale, one.registrationId)}
              initial={untouched()}
              fields={[
                {
                  kind: "text",
                  name: "reason",
                  label: t("reason"),
                  hint: t("reasonHint"),
                  rows: 3,
                },
              ]}
              submit={t("no")}
              formId="no"
            />
          </section>
        </>
      ) : (
        <p className="deeds">
          <a href={localePath(locale, "/municipality")}>{t("back")}</a>
        </p>
      )}
    </PageShell>
  );
}
