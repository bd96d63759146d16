"use client";

import "./look.css";

/** Shown when even the layout failed, and sent as the plain page of status 500: it knows no language. */
export default function EverythingFailed() {
  return (
    <html lang="lv">
      <body>
        <title>Pieredze</title>
        <div className="flagline" aria-hidden="true" />
        <div className="page">
          <main id="content">
            <h1>Radās kļūda</h1>
            <p>Kļūda radusies mūsu sistēmā un ir reģistrēta. Pēc brīža mēģiniet vēlreiz.</p>
            <p lang="en">Something went wrong on our side. Please try again in a moment.</p>
            <p lang="lt">Klaida įvyko mūsų sistemoje. Po akimirkos bandykite dar kartą.</p>
            <p>
              <a href="/">Pieredze</a>
            </p>
          </main>
        </div>
      </body>
    </html>
  );
}
