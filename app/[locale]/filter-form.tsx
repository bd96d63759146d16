import { getTranslations } from "next-intl/server";
import { type Option, Select } from "#components/ui/select.tsx";
import type { ListedTrip } from "#domain/trip/queries.ts";
import type { TripFilter } from "#domain/trip/rules.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type FilterFormProps = { trips: ListedTrip[]; filter: TripFilter; locale: Locale };

/** Narrows down the list by what its trips have: an address, so that it can be kept and sent on. Folded until wanted. */
export async function FilterForm({ trips, filter, locale }: FilterFormProps) {
  const t = await getTranslations("home.filter");
  const topicIn = await getTranslations("topic");
  const sorted = (options: Option[]) =>
    options.toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const topics = new Set(trips.flatMap(({ topics }) => topics));
  const regions = new Set(trips.flatMap(({ regions }) => regions));
  const projects = new Map(
    trips.flatMap(({ project }) => (project ? [[project.number, project.shortName]] : [])),
  );
  const lists = [
    {
      name: "topic",
      empty: t("anyTopic"),
      options: sorted([...topics].map((topic) => ({ value: topic, label: topicIn(topic) }))),
    },
    {
      name: "region",
      empty: t("anyRegion"),
      options: sorted([...regions].map((region) => ({ value: region, label: region }))),
    },
    {
      name: "project",
      empty: t("anyProject"),
      options: sorted(
        [...projects].map(([number, name]) => ({ value: number, label: `${number} ${name}` })),
      ),
    },
  ] as const;
  return (
    <search aria-label={t("title")}>
      <details className="narrowing" open={Object.keys(filter).length > 0}>
        <summary>{t("title")}</summary>
        <form className="filter" action={localePath(locale, "/")}>
          {lists.map(({ name, empty, options }) => (
            <div key={name} className="field">
              <label htmlFor={name}>{t(name)}</label>
              <Select
                id={name}
                name={name}
                defaultValue={filter[name] ?? ""}
                empty={empty}
                options={options}
              />
            </div>
          ))}
          <button className="button quiet" type="submit">
            {t("submit")}
          </button>
        </form>
      </details>
    </search>
  );
}
