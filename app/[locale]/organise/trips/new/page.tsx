import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { localInRiga } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { tripFields } from "../trip-fields.ts";
import { TripForm } from "../trip-form.tsx";
import { makeTrip } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.new");
  return { title: t("title") };
}

export default async function NewTrip({ params }: PageProps<"/[locale]/organise/trips/new">) {
  const path = "/organise/trips/new";
  const { locale, actor, organisationIds } = await requireOrganiser(params, path);
  const [organisationId] = organisationIds;
  const t = await getTranslations("organise.new");
  const { before, after, places, texts } = await tripFields(actor, { isNew: true });
  const now = localInRiga(new Date());
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/organise")}>{t("kicker")}</a>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <p className="small">
        <a href={localePath(locale, "/organise/places")}>{t("placeMissing")}</a>
      </p>
      <TripForm
        action={makeTrip.bind(null, locale, organisationId)}
        initial={untouched({
          organisationId,
          registrationOpensAt: now,
          languages: ["lv"],
          travelSpeed: "60",
        })}
        before={before}
        after={after}
        places={places}
        texts={{ ...texts, submit: t("submit") }}
        backTo={localePath(locale, "/organise")}
      />
    </PageShell>
  );
}
