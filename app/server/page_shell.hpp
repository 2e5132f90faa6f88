// PageShell: index.html cut at its {{placeholders}}, and the filling of them for one page. Made
// once at the start by site; refuses a template with a placeholder that it cannot fill.
#pragma once

#include "app/base/result.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

class PageShell {
 public:
  // `leave_to`: the page by which "Leave this site" replaces ours.
  static Result<PageShell> create(std::string_view page_template, std::string_view leave_to);

  // Everything is escaped but content.main, which only HtmlWriter can have made.
  std::string fill(const PageContent& content, Language language, const wire::Council& council) const;

 private:
  enum class Slot : std::uint8_t {
    None,
    Main,
    Title,
    Lang,
    CouncilName,
    Phone,
    PhoneLink,
    LeaveTo,
    OnlyApplication,  // until the next of these three: for pages with that script
    OnlyPasskey,
    EveryPage,
  };
  struct Piece {
    std::string text;  // as it is, before the slot
    Slot slot = Slot::None;
  };

  static Result<Slot> slot_named(std::string_view name);

  std::string leave_to_;
  std::vector<Piece> pieces_;
};

}  // namespace alongside::server
