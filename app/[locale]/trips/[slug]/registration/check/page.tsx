import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { otherOrganisation, registrationAnswers } from "#domain/registration/schema.ts";
import { localePath } from "#lib/locales.ts";
import { CallPage } from "../call-page.tsx";
import { readDraft } from "../draft.ts";
import { readCall } from "../read-call.ts";
import { Answers } from "./answers.tsx";

type Props = PageProps<"/[locale]/trips/[slug]/registration/check">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.check");
  return { title: t("title") };
}

/** The answers once more before they count. Without any, or without a trip to register for, back to the form. */
export default async function Check({ params }: Props) {
  const { locale, call, own, path } = await readCall(params);
  const form = localePath(locale, path);
  const actor = await requirePerson(`${form}/check`);
  const kept = await readDraft();
  const draft = registrationAnswers.safeParse(kept);
  if (own || call.state !== "open" || !draft.success) redirect(form);
  const { organisation } = draft.data;
  const municipalities = await municipalitiesForSelect(actor, locale);
  const municipality = municipalities.find(({ id }) => id === organisation);
  if (!municipality && organisation !== otherOrganisation) redirect(form);
  const t = await getTranslations("registration.check");
  const person = await getTranslations("person");
  return (
    <CallPage call={call} locale={locale} below="/check" title={t("title")}>
      <Answers
        answers={{
          ...draft.data,
          email: actor.email,
          organisation: municipality?.name ?? person("otherOrganisation"),
        }}
        noPhotos={kept?.noPhotos === true}
        form={form}
        locale={locale}
      />
      <form method="post" action={`${form}/submission`}>
        {Object.entries(draft.data).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {kept?.noPhotos ? <input type="hidden" name="noPhotos" value="yes" /> : null}
        <p className="mt-s5">{t("next", { email: actor.email })}</p>
        <p className="deeds">
          <button className="button" type="submit">
            {t("register")}
          </button>
          <a href={form}>{t("change")}</a>
        </p>
      </form>
    </CallPage>
  );
}
