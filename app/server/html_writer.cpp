#include "app/server/html_writer.hpp"

#include <utility>

namespace alongside::server {

namespace {

bool holds_address(std::string_view attribute) {
  return attribute == "href" || attribute == "src" || attribute == "action" || attribute == "formaction";
}

bool begins_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\0': out += "\xEF\xBF\xBD"; break;
      default: out.push_back(c);
    }
  }
  return out;
}

bool is_safe_address(std::string_view address) {
  for (char c : address) {
    // Browsers drop tabs and line ends inside a scheme, so none may be there at all.
    if (static_cast<unsigned char>(c) <= 0x20 || c == '\\') return false;
  }
  if (begins_with(address, "//")) return false;
  if (begins_with(address, "/") || begins_with(address, "#") || begins_with(address, "?")) return true;
  return begins_with(address, "https://") || begins_with(address, "http://") || begins_with(address, "mailto:") ||
         begins_with(address, "tel:") || begins_with(address, "sms:");
}

void HtmlWriter::write_start(HtmlName element, HtmlAttributes attributes) {
  out_ += '<';
  out_ += element.text();
  for (const HtmlAttribute& attribute : attributes) {
    if (holds_address(attribute.name.text()) && !is_safe_address(attribute.value)) continue;
    out_ += ' ';
    out_ += attribute.name.text();
    out_ += "=\"";
    out_ += escape_html(attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

HtmlWriter& HtmlWriter::open(HtmlName element, HtmlAttributes attributes) {
  write_start(element, attributes);
  open_.push_back(element.text());
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  if (open_.empty()) return *this;
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  out_ += escape_html(text);
  return *this;
}

HtmlWriter& HtmlWriter::add(const SafeHtml& html) {
  out_ += html.text();
  return *this;
}

HtmlWriter& HtmlWriter::element(HtmlName element, HtmlAttributes attributes, std::string_view text) {
  return open(element, attributes).text(text).close();
}

HtmlWriter& HtmlWriter::link(std::string_view address, std::string_view text) {
  return element("a", {{"href", std::string(address)}}, text);
}

HtmlWriter& HtmlWriter::empty(HtmlName element, HtmlAttributes attributes) {
  write_start(element, attributes);
  return *this;
}

SafeHtml HtmlWriter::take() {
  while (!open_.empty()) close();
  return SafeHtml(std::exchange(out_, {}));
}

}  // namespace alongside::server
