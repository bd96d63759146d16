import { getTranslations } from "next-intl/server";
import type { SignOffCase } from "#domain/sign-off/rules.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import type { FormAction } from "./form-frame.tsx";
import { untouched } from "./form-state.ts";
import { RecordForm } from "./record-form.tsx";

type SignOffProps = {
  one: SignOffCase;
  locale: Locale;
  now: Date;
  yes: FormAction;
  no: FormAction;
};

/** One employee's own registration, and the municipality's yes or no to it. */
export async function SignOff({ one, locale, now, yes, no }: SignOffProps) {
  const t = await getTranslations("municipality.signOff");
  const until = one.signOffDueAt ? formatDeadline(one.signOffDueAt, locale, now) : "";
  const isOpen = one.signedOffAt === null && ["waiting", "awaitingSignOff"].includes(one.state);
  const outcome = one.state === "waiting" && one.signedOffAt ? "signed" : one.state;
  return (
    <>
      <p className="lead">
        {t("lead", {
          person: `${one.givenName} ${one.familyName}`,
          position: one.position,
          trip: textIn(locale, one.tripTitle),
          dates: formatDays(one.tripDates, locale),
        })}
      </p>
      <p role={isOpen ? undefined : "status"}>{t(`state.${outcome}`, { until })}</p>
      {isOpen ? (
        <>
          <RecordForm
            action={yes}
            initial={untouched()}
            fields={[]}
            submit={t("yes")}
            formId="yes"
          />
          <section>
            <h2>{t("noTitle")}</h2>
            <RecordForm
              action={no}
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
              quiet
              formId="no"
            />
          </section>
        </>
      ) : null}
    </>
  );
}
