/**
 * The roles of app/ui/role.hpp and how each is shown in HTML: its element, where its name goes and
 * whether it holds other nodes. The index is the role's number. Read by mirror_elements.js,
 * mirror_fields.js and mirror_check.js.
 *
 * `name` is one of: none (not shown) · aria (aria-label) · group (aria-label, and only then a role)
 * · text (the element's own words; a leaf) · span (words before the children) · part (a caption,
 * legend or label of its own) · alt (of a picture, empty too).
 */

export const Role = Object.freeze({
  Root: 0, Banner: 1, Navigation: 2, Main: 3, ContentInfo: 4, Search: 5, Region: 6, Group: 7,
  Heading: 8, Paragraph: 9, Link: 10, Button: 11, List: 12, ListItem: 13, TextField: 14,
  Checkbox: 15, RadioGroup: 16, Radio: 17, Select: 18, Form: 19, ErrorSummary: 20, Table: 21,
  TableRow: 22, ColumnHeader: 23, RowHeader: 24, Cell: 25, Progress: 26, Dialog: 27, Status: 28,
  Image: 29, Term: 30, Definition: 31, DescriptionList: 32,
  FileField: 33, Figure: 34, Picture: 35,
});

/** Bits of Node::states. */
export const State = Object.freeze({
  disabled: 1, checked: 2, required: 4, current: 8, expanded: 16, collapsed: 32, busy: 64,
  covered: 128, multiline: 256, pressed: 512, unpressed: 1024,
});

const holder = (tag, name = "aria", attributes = {}) => ({ tag, name, holds: true, attributes });
const leaf = (tag, attributes = {}) => ({ tag, name: "text", holds: false, attributes });
const words = (tag, attributes = {}) => ({ tag, name: "span", holds: true, attributes });
const field = (tag, className) => ({ tag, name: "part", holds: false, attributes: {}, className });

const kinds = {
  [Role.Root]: holder("div", "none"),
  [Role.Banner]: holder("header"),
  [Role.Navigation]: holder("nav"),
  [Role.Main]: holder("main", "aria", { id: "main", tabindex: "-1" }),
  [Role.ContentInfo]: holder("footer"),
  [Role.Search]: holder("form", "aria", { role: "search", novalidate: "" }),
  [Role.Region]: holder("section"),
  [Role.Group]: holder("div", "group"),
  [Role.Heading]: leaf("h2"),
  [Role.Paragraph]: leaf("p"),
  [Role.Link]: leaf("a"),
  [Role.Button]: leaf("button", { type: "button" }),
  // Safari forgets that an unmarked list is a list, hence the role.
  [Role.List]: holder("ul", "aria", { role: "list" }),
  [Role.ListItem]: words("li"),
  [Role.TextField]: field("div", "field"),
  [Role.Checkbox]: field("div", "choice"),
  [Role.RadioGroup]: { ...field("fieldset", "group"), holds: true, attributes: { role: "radiogroup" } },
  [Role.Radio]: field("div", "choice"),
  [Role.Select]: field("div", "field"),
  [Role.Form]: holder("form", "aria", { novalidate: "" }),
  [Role.ErrorSummary]: holder("div", "aria", { role: "alert", tabindex: "-1" }),
  // Safari forgets a table whose parts are placed one by one, hence the roles.
  [Role.Table]: { ...holder("table", "part"), attributes: { role: "table" } },
  [Role.TableRow]: holder("tr", "none", { role: "row" }),
  [Role.ColumnHeader]: words("th", { scope: "col", role: "columnheader" }),
  [Role.RowHeader]: words("th", { scope: "row", role: "rowheader" }),
  [Role.Cell]: words("td", { role: "cell" }),
  [Role.Progress]: field("div", "progress"),
  [Role.Dialog]: holder("dialog", "aria", { "aria-modal": "true" }),
  [Role.Status]: leaf("p", { role: "status" }),
  [Role.Image]: { tag: "span", name: "image", holds: false, attributes: {} },
  [Role.Term]: words("dt"),
  [Role.Definition]: words("dd"),
  [Role.DescriptionList]: holder("dl", "none"),
  [Role.FileField]: field("div", "field"),
  [Role.Figure]: holder("figure", "aria", { tabindex: "0" }),
  [Role.Picture]: { tag: "img", name: "alt", holds: false, attributes: { decoding: "async" } },
};

export function isRole(role) { return kinds[role] !== undefined; }
export function kindOf(role) { return kinds[role]; }
export function holdsChildren(role) { return kinds[role]?.holds === true; }
export function isLeaf(role) { return kinds[role]?.name === "text" || role === Role.Image || role === Role.Picture; }
