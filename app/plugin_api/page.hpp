// Page: one screen of a plugin. Made when the person goes there, kept while they stay on the same
// path, thrown away after. Holds view state only.
#pragma once

#include "app/base/result.hpp"
#include "app/plugin_api/route.hpp"

#include <string>

namespace alongside {

namespace ui {
class Ui;
class Words;
}  // namespace ui

class Page {
 public:
  virtual ~Page() = default;
  // The person arrived, or the query of the route changed while they stayed (also by Back).
  virtual void opened(const Route& route) { (void)route; }
  // The page's own part of the browser's title, in the person's language.
  virtual std::string title(const ui::Words& words) const = 0;
  // An address of ours at which everybody sees the same, so that it may be sent to somebody; without what the person
  // typed. Empty: this page is theirs.
  virtual std::string shared_address() const { return {}; }
  // Draws the page into the open <main>; called whenever a frame is drawn.
  virtual Result<void> page_ui(ui::Ui& ui) = 0;
};

}  // namespace alongside
