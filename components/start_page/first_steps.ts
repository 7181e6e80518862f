import { html } from "lit";

/** What to do first in an installation without data. */
export function firstSteps(): unknown {
  return html`
    <section class="first" aria-labelledby="first">
      <h2 id="first">Start here: there is no data yet</h2>
      <ol>
        <li>Drop files below: passive DNS as COF or DNSDB, or a table with a dataset kind's columns. They stay on this server.</li>
        <li>Or take the sample case: run <code>deno task pivotbook import --sample</code>, reload, and paste <code>109[.]164[.]247[.]169</code>.</li>
        <li>Then paste an indicator or a whole report into the search bar: everything that your data knows of it opens as a notebook.</li>
      </ol>
    </section>
  `;
}
