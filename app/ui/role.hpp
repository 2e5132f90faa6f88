// Role: what a node is, in ARIA's words. Each becomes one native HTML element in the page
// (web/mirror_elements.js has the table). The numbers are part of the patch format: append only.
#pragma once

#include <cstdint>

namespace alongside::ui {

enum class Role : std::uint8_t {
  Root = 0,              // div, the whole page
  Banner = 1,            // header
  Navigation = 2,        // nav
  Main = 3,              // main
  ContentInfo = 4,       // footer
  Search = 5,            // search landmark (form role=search)
  Region = 6,            // section with a name
  Group = 7,             // div, no role of its own: layout and cards
  Heading = 8,           // h1..h6 by level
  Paragraph = 9,         // p
  Link = 10,             // a[href]
  Button = 11,           // button
  List = 12,             // ul
  ListItem = 13,         // li
  TextField = 14,        // div.field > label, hint, error, input (or textarea when multi-line)
  Checkbox = 15,         // div.choice > input[type=checkbox] + label
  RadioGroup = 16,       // fieldset > legend, hint, error
  Radio = 17,            // div.choice > input[type=radio] + label
  Select = 18,           // div.field > label, hint, error, select > option
  Form = 19,             // form
  ErrorSummary = 20,     // div role=alert tabindex=-1; its heading and links are child nodes
  Table = 21,            // table > caption
  TableRow = 22,         // tr
  ColumnHeader = 23,     // th scope=col
  RowHeader = 24,        // th scope=row
  Cell = 25,             // td
  Progress = 26,         // div > label + progress
  Dialog = 27,           // dialog, aria-labelledby its first heading
  Status = 28,           // p role=status
  Image = 29,            // span role=img aria-label
  Term = 30,             // dt
  Definition = 31,       // dd
  DescriptionList = 32,  // dl
  FileField = 33,        // div.field > label, hint, error, input[type=file]
  Figure = 34,           // figure tabindex=0 aria-label; its marks and labels are child nodes
  Picture = 35,          // img alt src; without a name it says nothing more than the words beside it
};

}  // namespace alongside::ui
