#include "plugins/unsent/model/copy_paper.hpp"

#include "app/base/base64url.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/attachment.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace alongside::unsent {
namespace {

// "ALONGSIDE-COPY-1:" and the letters, over lines, to the colon. The number is that of this form.
constexpr std::string_view begins = "ALONGSIDE-COPY-";
constexpr std::string_view form = "1:";
constexpr char ends = ':';
constexpr std::size_t line_letters = 100;

// No script, no picture and no address of anybody's: it does nothing but be read.
constexpr std::string_view policy = "default-src 'none'; style-src 'unsafe-inline'";
constexpr std::string_view looks =
    "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 "
    "1rem;color:#14181f;background:"
    "#fff}li{margin:1rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.25rem "
    "0}dd{margin:"
    "0;white-space:pre-wrap;overflow-wrap:anywhere}pre{font-size:.75rem;overflow:auto;max-height:8rem}";

void add_text(std::string& out, std::string_view text) {
  for (const char letter : text) {
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += letter;
    }
  }
}

void add_element(std::string& out, std::string_view tag, std::string_view text) {
  out.append("<").append(tag).append(">");
  add_text(out, text);
  out.append("</").append(tag).append(">\n");
}

void add_entries(std::string& out, const Paper& paper) {
  out += "<ol>\n";
  for (const Paper::Entry& entry : paper.entries) {
    out += "<li>";
    add_element(out, "strong", entry.what);
    out += "<dl>\n";
    for (const auto& [name, value] : entry.facts) {
      add_element(out, "dt", name);
      add_element(out, "dd", value);
    }
    out += "</dl></li>\n";
  }
  out += "</ol>\n";
}

// Last, so that nothing which somebody wrote can stand behind it and be taken for it.
void add_copy(std::string& out, const Paper& paper, const wire::SavedCopy& copy) {
  add_element(out, "h2", paper.app_title);
  add_element(out, "p", paper.app_lead);
  const std::string letters = base64url(wire::encode_frame(copy));
  out.append("<pre translate=\"no\" aria-hidden=\"true\">").append(begins).append(form).append("\n");
  for (std::size_t from = 0; from < letters.size(); from += line_letters) {
    out.append(letters, from, line_letters).append("\n");
  }
  out.append(1, ends).append("</pre>\n");
}

bool is_space(char letter) { return letter == '\n' || letter == '\r' || letter == ' ' || letter == '\t'; }

CopyFault fault_of(const wire::DecodeError& error) {
  switch (error.code) {
    case wire::DecodeCode::TooLarge: return CopyFault::TooLarge;
    case wire::DecodeCode::WrongVersion: return CopyFault::Newer;
    case wire::DecodeCode::WrongSchema: return CopyFault::NotACopy;
    default: return CopyFault::Damaged;
  }
}

bool is_too_much(const wire::SavedCopy& copy) {
  namespace limits = wire::saved_copy_limits;
  if (copy.changes.size() > limits::changes || copy.files.size() > limits::files) return true;
  std::size_t changes = 0, files = 0;
  for (const auto& change : copy.changes) changes += change.payload.size();
  for (const auto& file : copy.files) files += file.content.size();
  return changes > limits::all_change_bytes || files > limits::all_file_bytes;
}

// As this app writes them: whoever made another one by hand gets no further than here.
bool is_sound(const wire::SavedCopy& copy) {
  std::set<OperationId> changes;
  for (const wire::Operation& made : copy.changes) {
    const bool is_whole = !made.id.is_nil() && made.actor == copy.person && made.kind > 0 &&
                          made.payload.size() <= wire::saved_copy_limits::change_bytes;
    if (!is_whole || !changes.insert(made.id).second) return false;
  }
  std::set<DocumentId> files;
  for (const wire::SavedFile& file : copy.files) {
    const bool is_whole =
        !file.id.is_nil() && !file.content.empty() && file.content.size() <= wire::attachment_limits::file_bytes;
    if (!is_whole || !files.insert(file.id).second) return false;
  }
  return !copy.person.is_nil();
}

}  // namespace

Bytes paper_of(const Paper& paper, const wire::SavedCopy& copy) {
  std::string out = "<!doctype html>\n<html lang=\"";
  add_text(out, paper.language);
  out.append("\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"").append(policy);
  out += "\">\n<meta name=\"viewport\" content=\"width=device-width\">\n";
  add_element(out, "title", paper.title);
  out.append("<style>").append(looks).append("</style>\n<main>\n");
  add_element(out, "h1", paper.title);
  for (const std::string& paragraph : paper.lead) {
    if (!paragraph.empty()) add_element(out, "p", paragraph);
  }
  add_entries(out, paper);
  add_copy(out, paper, copy);
  out += "</main>\n</html>\n";
  return Bytes(out.begin(), out.end());
}

std::variant<wire::SavedCopy, CopyFault> copy_in(std::span<const std::uint8_t> file) {
  if (file.size() > wire::saved_copy_limits::paper_bytes) return CopyFault::TooLarge;
  const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
  const std::size_t at = text.rfind(begins);
  if (at == text.npos) return CopyFault::NotACopy;
  std::string_view rest = text.substr(at + begins.size());
  if (!rest.starts_with(form)) {
    const bool is_number = !rest.empty() && rest.front() >= '2' && rest.front() <= '9';
    return is_number ? CopyFault::Newer : CopyFault::Damaged;
  }
  rest.remove_prefix(form.size());
  const std::size_t end = rest.find(ends);
  if (end == rest.npos) return CopyFault::Damaged;
  std::string letters;
  letters.reserve(end);
  std::ranges::copy_if(rest.substr(0, end), std::back_inserter(letters), [](char letter) { return !is_space(letter); });
  const auto frame = base64url_bytes(letters);
  if (!frame) return CopyFault::Damaged;
  auto decoded = wire::decode_frame_checked<wire::SavedCopy>(*frame);
  if (const auto* const error = std::get_if<wire::DecodeError>(&decoded)) return fault_of(*error);
  auto& copy = std::get<wire::SavedCopy>(decoded);
  if (is_too_much(copy)) return CopyFault::TooLarge;
  if (!is_sound(copy)) return CopyFault::Damaged;
  return std::move(copy);
}

}  // namespace alongside::unsent
