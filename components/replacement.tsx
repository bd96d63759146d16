import { getTranslations } from "next-intl/server";
import { fullName } from "#domain/registration/rules.ts";
import type { ReplacementCase } from "#domain/replacement/rules.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import type { FormAction } from "./form-frame.tsx";
import { untouched } from "./form-state.ts";
import { memberFields } from "./member-fields.ts";
import { RecordForm } from "./record-form.tsx";

type ReplacementProps = {
  one: ReplacementCase;
  locale: Locale;
  now: Date;
  accept: FormAction;
  decline: FormAction;
  replace: FormAction;
  /** Of an organiser's: they decide about a municipality's person, and write why. */
  asksReason?: boolean;
};

/** What is proposed for a person's place, and somebody else to name: as whoever decides sees it. */
export async function Replacement({ one, locale, now, asksReason, ...deeds }: ReplacementProps) {
  const t = await getTranslations("replacement");
  const { proposal, refusal } = one;
  const reason = {
    kind: "text" as const,
    name: "reason",
    label: t("reason"),
    hint: t("reasonHint"),
    rows: 3,
  };
  const until = formatDeadline(one.namesFrozenAt, locale, now);
  return (
    <>
      <p className="lead">
        {t("lead", {
          named: String(refusal !== "unnamed"),
          person: fullName(one),
          trip: textIn(locale, one.tripTitle),
          dates: formatDays(one.tripDates, locale),
        })}
      </p>
      {one.replacementAskedUntil ? (
        <p className="notice">
          {t("asked", { until: formatDeadline(one.replacementAskedUntil, locale, now) })}
        </p>
      ) : null}
      {refusal ? <p>{t(`refusal.${refusal}`, { until })}</p> : null}
      {proposal && !refusal ? (
        <section>
          <h2>{t("proposed")}</h2>
          <p>
            <strong>{fullName(proposal)}</strong>
            {`, ${proposal.position}`}
            <br />
            {`${proposal.email}, ${proposal.phone}`}
          </p>
          <RecordForm
            action={deeds.accept}
            initial={untouched()}
            fields={[]}
            submit={t("accept")}
            formId="accept"
          />
          <RecordForm
            action={deeds.decline}
            initial={untouched()}
            fields={[]}
            submit={t("decline")}
            quiet
            formId="decline"
          />
        </section>
      ) : null}
      {refusal ? null : (
        <section>
          <h2>{t(proposal ? "other" : "name")}</h2>
          <p>{t("keeps", { until })}</p>
          <RecordForm
            action={deeds.replace}
            initial={untouched()}
            fields={[...(await memberFields()), ...(asksReason ? [reason] : [])]}
            submit={t("submit")}
            quiet={proposal !== null}
            formId="replace"
          />
        </section>
      )}
    </>
  );
}
