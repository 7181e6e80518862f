import "./app.ts";
import { startPage } from "./start.ts";

startPage(null);
