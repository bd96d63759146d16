import { getTranslations } from "next-intl/server";
import {
  type EuProject,
  emblem,
  euWords,
  logoPath,
  shownEmblem,
  sizeBeside,
  starsPath,
} from "#domain/project/rules.ts";
import { type Locale, textIn } from "#lib/locales.ts";

type EuBlockProps = { project: EuProject; organiser: string; locale: Locale };

/** Emblem, statement in full, programme, project, disclaimer and logos: on everything that the public sees. */
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
      {project.logos.length ? (
        <ul className="plain logos">
          {project.logos.map((logo) => (
            <li key={logo.sha256}>
              <Logo logo={logo} alt={textIn(locale, logo.name)} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type LogoProps = { logo: EuProject["logos"][number]; alt: string };

/** A logo, as large as it may be beside the emblem; without words where its name stands beside it. */
export function Logo({ logo, alt }: LogoProps) {
  const { width, height } = sizeBeside(shownEmblem, logo);
  const size = { width: Math.floor(width), height: Math.ceil(height) };
  const src = logoPath(logo);
  // biome-ignore lint/performance/noImgElement: a stored picture, served as it is under an address of its own
  return <img src={src} alt={alt} {...size} />;
}

const stars = starsPath();
