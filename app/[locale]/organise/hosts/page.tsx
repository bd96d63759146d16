import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { hosts } from "#domain/host/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../require-organiser.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.hosts");
  return { title: t("title") };
}

export default async function Hosts({ params }: PageProps<"/[locale]/organise/hosts">) {
  const { locale, actor } = await requireOrganiser(params, "/organise/hosts");
  const t = await getTranslations("organise");
  const known = await hosts(actor);
  return (
    <PageShell path="/organise/hosts">
      <p className="kicker">
        <a href={localePath(locale, "/organise")}>{t("list.title")}</a>
      </p>
      <h1>{t("hosts.title")}</h1>
      <p className="lead">
        {t("hosts.summary", {
          hosts: known.length,
          speakers: known.reduce((sum, { speakers }) => sum + speakers.length, 0),
        })}
      </p>
      <p className="deeds">
        <a className="button" href={localePath(locale, "/organise/hosts/new")}>
          {t("hosts.new")}
        </a>
        <a href={localePath(locale, "/organise/places")}>{t("places.title")}</a>
      </p>
      {known.length ? (
        <section>
          <table className="list stacks">
            <caption className="sr-only">{t("hosts.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("hosts.name")}</th>
                <th scope="col">{t("hosts.place")}</th>
                <th scope="col">{t("hosts.speakers")}</th>
              </tr>
            </thead>
            <tbody>
              {known.map(({ id, name, place, speakers }) => (
                <tr key={id}>
                  <td>
                    <a href={localePath(locale, `/organise/hosts/${id}`)}>{name}</a>
                  </td>
                  <td>{place ?? ""}</td>
                  <td>{t("hosts.speakerCount", { count: speakers.length })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </PageShell>
  );
}
