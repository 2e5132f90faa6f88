// SafeHtml: markup that only HtmlWriter can make, so that text from a feed or an address can reach
// a page only through its escaping. Passed from features to the page template.
#pragma once

#include <string>
#include <utility>

namespace alongside::server {

class SafeHtml {
 public:
  SafeHtml() = default;
  const std::string& text() const { return text_; }

 private:
  friend class HtmlWriter;
  explicit SafeHtml(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace alongside::server
