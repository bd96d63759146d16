import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { Actor } from "#domain/actor/schema.ts";
import { type Host, places } from "#domain/host/queries.ts";
import type { RecordFacts } from "#domain/record/queries.ts";
import { formatDateShort } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { dropHost, dropName, keepHost } from "../actions.ts";

type ChangeHostProps = { host: Host; facts: RecordFacts; actor: Actor; locale: Locale };

/** What can be mended about a host or another organisation: name, place, size, former names, its very existence. */
export async function ChangeHost({ host, facts, actor, locale }: ChangeHostProps) {
  const t = await getTranslations("organise.hosts");
  const towns = await places(actor);
  return (
    <section className="screen">
      <h2>{t("change")}</h2>
      <RecordForm
        action={keepHost.bind(null, locale, host.id)}
        initial={untouched({
          name: host.name,
          nameEn: host.nameEn ?? "",
          placeId: host.placeId ?? "",
          groupLimit: facts.groupLimit ? String(facts.groupLimit) : "",
        })}
        fields={[
          { kind: "line", name: "name", label: t("name") },
          { kind: "line", name: "nameEn", label: t("nameEn"), hint: t("nameEnHint"), lang: "en" },
          {
            kind: "line",
            type: "date",
            name: "calledUntil",
            label: t("calledUntil"),
            hint: t("calledUntilHint"),
            narrow: true,
          },
          {
            kind: "select",
            name: "placeId",
            label: t("place"),
            empty: "–",
            options: towns.map(({ id, name, region }) => ({
              value: id,
              label: `${name} (${region})`,
            })),
          },
          {
            kind: "line",
            type: "number",
            name: "groupLimit",
            label: t("groupLimit"),
            hint: t("groupLimitHint"),
            narrow: true,
          },
        ]}
        submit={t("saveChanges")}
        formId="change"
      />
      {facts.formerNames.map(({ name, validTo }) => (
        <RecordForm
          key={validTo}
          action={dropName.bind(null, locale, host.id, validTo)}
          initial={untouched()}
          fields={[]}
          submit={t("forgetName", { name, until: formatDateShort(validTo, locale) })}
          formId={`name-${validTo}`}
        />
      ))}
      <p className="deeds">
        <a href={localePath(locale, `/organise/hosts/${host.id}/merge`)}>{t("merge")}</a>
      </p>
      <RecordForm
        action={dropHost.bind(null, locale, host.id)}
        initial={untouched()}
        fields={[]}
        submit={t("removeNow")}
        formId="removal"
        fold={{ summary: t("remove") }}
      />
    </section>
  );
}
