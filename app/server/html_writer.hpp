// HtmlWriter: writes HTML that is safe by construction. Element and attribute names are checked
// while compiling (no script, no style, no on…); text and values are escaped; an address with a
// scheme that could run something is left out. Used by features' pages and by the page shell.
#pragma once

#include "app/server/safe_html.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// The name of an element or attribute; anything but a fitting literal does not compile.
class HtmlName {
 public:
  consteval HtmlName(const char* name) : text_(name) {
    if (!acceptable(text_)) throw "not a name that may be written";
  }
  constexpr std::string_view text() const { return text_; }

 private:
  static consteval bool acceptable(std::string_view name) {
    if (name.empty() || name == "script" || name == "style" || name == "iframe" || name == "object") return false;
    if (name.substr(0, 2) == "on" || name == "srcdoc") return false;
    for (char c : name) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
    }
    return true;
  }

  std::string_view text_;
};

struct HtmlAttribute {
  HtmlName name;
  std::string value;
};
using HtmlAttributes = std::initializer_list<HtmlAttribute>;

class HtmlWriter {
 public:
  HtmlWriter& open(HtmlName element, HtmlAttributes attributes = {});
  HtmlWriter& close();  // the innermost open element
  HtmlWriter& text(std::string_view text);
  HtmlWriter& add(const SafeHtml& html);
  // The whole element: `page.element("p", {{"class", "soft"}}, phone)`.
  HtmlWriter& element(HtmlName element, HtmlAttributes attributes, std::string_view text);
  HtmlWriter& element(HtmlName element, std::string_view text) { return this->element(element, {}, text); }
  HtmlWriter& link(std::string_view address, std::string_view text);
  HtmlWriter& empty(HtmlName element, HtmlAttributes attributes = {});  // input, br, hr

  SafeHtml take();  // closes what is open; the writer is as new

 private:
  void write_start(HtmlName element, HtmlAttributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

std::string escape_html(std::string_view text);
// Relative ("/find?q=x", "#main"), https, http, mailto, tel and sms. Nothing else may be a link.
bool is_safe_address(std::string_view address);

}  // namespace alongside::server
