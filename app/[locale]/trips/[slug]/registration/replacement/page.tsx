import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { untouched } from "#components/form-state.ts";
import { memberFields } from "#components/member-fields.ts";
import { RecordForm } from "#components/record-form.tsx";
import { replacementCase } from "#domain/proposal/queries.ts";
import { fullName } from "#domain/registration/rules.ts";
import { formatDeadline } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { propose, takeProposalBack } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replacement");
  return { title: t("propose.title") };
}

/** Somebody who cannot come proposes somebody else; the municipality decides. */
export default async function Proposal({
  params,
}: PageProps<"/[locale]/trips/[slug]/registration/replacement">) {
  const { locale, call, own, now, path } = await readCall(params);
  const registration = localePath(locale, path);
  const actor = await requirePerson(`${registration}/replacement`);
  const one = own && (await replacementCase(actor, own.registrationId, now));
  if (!one) redirect(registration);
  const t = await getTranslations("replacement");
  const until = formatDeadline(one.namesFrozenAt, locale, now);
  const { organisation, proposal, refusal } = one;
  return (
    <CallPage call={call} locale={locale} below="/replacement" title={t("propose.title")}>
      {refusal ? (
        <p className="lead">{t(`refusal.${refusal}`, { until })}</p>
      ) : (
        <p className="lead">{t("propose.lead", { organisation, until })}</p>
      )}
      {proposal ? (
        <section>
          <p className="notice" role="status">
            {t("propose.open", { person: fullName(proposal), organisation })}
          </p>
          <RecordForm
            action={takeProposalBack.bind(null, locale, call.slug)}
            initial={untouched()}
            fields={[]}
            submit={t("propose.takeBack")}
            quiet
            formId="take-back"
          />
        </section>
      ) : null}
      {refusal || proposal ? null : (
        <RecordForm
          action={propose.bind(null, locale, call.slug)}
          initial={untouched()}
          fields={await memberFields()}
          submit={t("propose.submit")}
          back={{ href: registration, label: t("propose.back") }}
        />
      )}
    </CallPage>
  );
}
