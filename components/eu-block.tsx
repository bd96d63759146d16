import { getTranslations } from "next-intl/server";
import { type EuProject, emblem, euWords, starsPath } from "#domain/project/rules.ts";
import type { Locale } from "#lib/locales.ts";

type EuBlockProps = { project: EuProject; organiser: string; locale: Locale };

/** Emblem, statement in full, programme, project and disclaimer: on everything that the public sees. */
export async function EuBlock({ project, organiser, locale }: EuBlockProps) {
  const t = await getTranslations("eu");
  const { statement, programme, disclaimer } = euWords(project, organiser, locale);
  const { number, shortName: name } = project;
  const { width, height, blue, yellow } = emblem;
  return (
    <div className="eu">
      <svg
        className="emblem"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("emblem")}
      >
        <path fill={blue} d={`M0 0H${width}V${height}H0Z`} />
        <path fill={yellow} d={stars} />
      </svg>
      <div>
        <p>
          <b>{statement}</b>
          {t("project", { programme, number, name })}
        </p>
        <p>{disclaimer}</p>
      </div>
    </div>
  );
}

const stars = starsPath();
