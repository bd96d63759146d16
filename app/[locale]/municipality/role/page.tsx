import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { organisationsOf } from "#domain/actor/rules.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { municipalityOfAddress } from "#domain/organisation/rules.ts";
import { ownRequests } from "#domain/role-request/queries.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { askToCoordinate } from "./actions.ts";
import { OwnRequest } from "./own-request.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.role");
  return { title: t("title") };
}

/** Asking for the role of coordinator of one's municipality. */
export default async function RolePage({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality/role">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/municipality/role";
  const actor = await requirePerson(localePath(locale, path));
  const [{ done }, municipalities, requests] = await Promise.all([
    searchParams,
    municipalitiesForSelect(actor, locale),
    ownRequests(actor),
  ]);
  const t = await getTranslations("municipality.role");
  const coordinates = organisationsOf(actor, "coordinator").length > 0;
  const own = municipalities.find(({ id }) => id === actor.organisation?.id)?.id;
  const notice = done === "asked" || done === "waits" ? done : null;
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/me")}>{t("back")}</a>
      </p>
      <h1>{t("title")}</h1>
      {notice ? (
        <p className="notice" role="status">
          {t(`done.${notice}`)}
        </p>
      ) : null}
      <p className="lead">{t("lead")}</p>
      {coordinates ? (
        <p>
          {t("held")} <a href={localePath(locale, "/municipality")}>{t("toMunicipality")}</a>
        </p>
      ) : null}
      {requests.length ? (
        <section>
          <h2>{t("requests")}</h2>
          <ul className="entries">
            {requests.map((request) => (
              <OwnRequest key={request.requestId} request={request} locale={locale} />
            ))}
          </ul>
        </section>
      ) : null}
      <section className="screen">
        <h2>{requests.length || coordinates ? t("askAgain") : t("ask")}</h2>
        <p>{t("next")}</p>
        <RecordForm
          action={askToCoordinate.bind(null, locale)}
          initial={untouched({
            organisationId: own ?? municipalityOfAddress(actor.email, municipalities) ?? "",
          })}
          fields={[
            {
              kind: "select",
              name: "organisationId",
              label: t("municipality"),
              empty: "–",
              options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
            },
            { kind: "text", name: "note", label: t("note"), hint: t("noteHint"), rows: 3 },
          ]}
          submit={t("submit")}
          formId="request"
        />
      </section>
    </PageShell>
  );
}
