import { getTranslations } from "next-intl/server";
import { type Option, Select } from "#components/ui/select.tsx";
import { type Locale, locales } from "#lib/locales.ts";

type PaperFormProps = {
  /** Address of the page of papers. */
  at: string;
  locale: Locale;
  /** Name of the paper's file. */
  file: string;
  title: string;
  hint: string;
  selects?: { name: string; label: string; empty?: string; options: Option[] }[];
  boxes?: { name: string; value: string; label: string; checked?: boolean }[];
};

/** Asks what a paper is to show, and opens it: its address says all of it, so that it can be kept. */
export async function PaperForm({
  at,
  locale,
  file,
  title,
  hint,
  selects = [],
  boxes = [],
}: PaperFormProps) {
  const t = await getTranslations("papers");
  const id = file.replace(".pdf", "");
  const language = {
    name: "lang",
    label: t("language"),
    options: locales.map((one) => ({ value: one, label: t(`languages.${one}`) })),
  };
  return (
    <section>
      <h2 id={id}>{title}</h2>
      <p className="small">{hint}</p>
      <form className="filter" action={`${at}/${file}`} aria-labelledby={id}>
        {[...selects, language].map(({ name, label, options, ...more }) => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <Select
              id={`${id}-${name}`}
              name={name}
              options={options}
              defaultValue={name === "lang" ? locale : ""}
              {...("empty" in more ? { empty: more.empty } : {})}
            />
          </div>
        ))}
        {boxes.map(({ name, value, label, checked }) => (
          <label key={value} className="choice">
            <input type="checkbox" name={name} value={value} defaultChecked={checked} />
            {label}
          </label>
        ))}
        <button className="button quiet" type="submit">
          {t("open")}
        </button>
      </form>
    </section>
  );
}
