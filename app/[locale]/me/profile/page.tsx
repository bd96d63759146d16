import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { PersonForm } from "#components/person-form.tsx";
import { personTexts } from "#components/person-texts.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { myProfile } from "#domain/profile/queries.ts";
import { isLocale, localePath, locales } from "#lib/locales.ts";
import { beginWith } from "../../begin-with.ts";
import { changeProfile } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("me.profile");
  return { title: t("title") };
}

/** What forms begin with, and the language of mails. */
export default async function Profile({ params }: PageProps<"/[locale]/me/profile">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requirePerson(localePath(locale, "/me/profile"));
  const [municipalities, profile] = await Promise.all([
    municipalitiesForSelect(actor, locale),
    myProfile(actor),
  ]);
  const t = await getTranslations("me.profile");
  const begun = beginWith(profile, municipalities);
  begun.values.locale = [profile?.locale ?? locale];
  return (
    <PageShell path="/me/profile">
      <p className="kicker">
        <a href={localePath(locale, "/me")}>{t("back")}</a>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <PersonForm
        action={changeProfile.bind(null, locale)}
        initial={begun}
        municipalities={municipalities}
        texts={await personTexts(locale)}
        account={{ email: actor.email, hint: t("emailHint") }}
        language={{
          label: t("language"),
          hint: t("languageHint"),
          options: locales.map((value) => ({ value, label: t(`languages.${value}`) })),
        }}
        submit={t("save")}
      />
    </PageShell>
  );
}
