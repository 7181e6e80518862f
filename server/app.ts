import { Hono } from "hono";
import type { ServerDeps } from "./deps.ts";
import { errorShape, notFoundShape } from "./middleware/error_shape.ts";
import { patientBody } from "./middleware/patient_body.ts";
import { sameOrigin } from "./middleware/same_origin.ts";
import { securityHeaders } from "./middleware/security_headers.ts";
import { datasets } from "./routes/datasets.ts";
import { files } from "./routes/files.ts";
import { imports } from "./routes/imports.ts";
import { notebooks } from "./routes/notebooks.ts";
import { pages } from "./routes/pages.ts";

/** Milliseconds for which a request may send nothing. */
const PATIENCE = 30_000;

/** The whole HTTP interface over what it is given; touches nothing of the machine itself. */
// deno-lint-ignore explicit-module-boundary-types -- the inferred type is the contract of the typed client
export function createApp(deps: ServerDeps) {
  const app = new Hono();
  app.use(
    securityHeaders(),
    sameOrigin(deps.hosts),
    patientBody(deps.patience ?? PATIENCE),
  );
  app.onError(errorShape(deps.log));
  app.notFound(notFoundShape);
  return app
    .route("/api/notebooks", notebooks(deps.notebooks))
    .route("/api/datasets", datasets(deps.datasets))
    .route("/api/imports", imports(deps.imports))
    .route("/segments", files(deps.segments))
    .route("/assets", files(deps.assets))
    .route("/", pages(deps.assets));
}

/** The type that the page's client is made from. */
export type App = ReturnType<typeof createApp>;
