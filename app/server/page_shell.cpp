#include "app/server/page_shell.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

namespace alongside::server {

namespace {

// Browsers run nothing of this type. In JSON a mark of HTML stands only within words, where it may be written as a
// number; so no words can close the element or begin a comment.
std::string data_block(std::string_view json) {
  if (json.empty()) return {};
  std::string block = "<script type=\"application/ld+json\">";
  for (const char letter : json) {
    switch (letter) {
      case '<': block += "\\u003c"; break;
      case '>': block += "\\u003e"; break;
      case '&': block += "\\u0026"; break;
      default: block += letter;
    }
  }
  return block + "</script>";
}

}  // namespace

Result<PageShell::Slot> PageShell::slot_named(std::string_view name) {
  if (name == "main") return Slot::Main;
  if (name == "title") return Slot::Title;
  if (name == "lang") return Slot::Lang;
  if (name == "council_name") return Slot::CouncilName;
  if (name == "phone") return Slot::Phone;
  if (name == "phone_link") return Slot::PhoneLink;
  if (name == "leave_to") return Slot::LeaveTo;
  if (name == "only_application") return Slot::OnlyApplication;
  if (name == "only_passkey") return Slot::OnlyPasskey;
  if (name == "every_page") return Slot::EveryPage;
  return Error{ErrorCode::InvalidInput, "index.html: nothing fills {{" + std::string(name) + "}}"};
}

Result<PageShell> PageShell::create(std::string_view page_template, std::string_view leave_to) {
  PageShell shell;
  shell.leave_to_ = leave_to;
  for (;;) {
    const std::size_t start = page_template.find("{{");
    const std::size_t end = start == page_template.npos ? start : page_template.find("}}", start);
    if (end == page_template.npos) break;
    const Slot slot = ALONGSIDE_TRY(slot_named(page_template.substr(start + 2, end - start - 2)));
    shell.pieces_.push_back({std::string(page_template.substr(0, start)), slot});
    page_template.remove_prefix(end + 2);
  }
  shell.pieces_.push_back({std::string(page_template), Slot::None});
  return shell;
}

std::string PageShell::fill(const PageContent& content, Language language, const wire::Council& council) const {
  std::string page;
  bool is_for_this = true;
  for (const Piece& piece : pieces_) {
    if (is_for_this) page += piece.text;
    switch (piece.slot) {
      case Slot::None: break;
      case Slot::Main: page += content.main.text() + data_block(content.linked_data); break;
      case Slot::Title: page += escape_html(content.title); break;
      case Slot::Lang: page += code_of(language); break;
      case Slot::CouncilName: page += escape_html(in_language(council.name, language)); break;
      case Slot::Phone: page += escape_html(council.help.phone); break;
      case Slot::LeaveTo: page += escape_html(leave_to_); break;
      case Slot::OnlyApplication: is_for_this = content.script == PageScript::Application; break;
      case Slot::OnlyPasskey: is_for_this = content.script == PageScript::Passkey; break;
      case Slot::EveryPage: is_for_this = true; break;
      case Slot::PhoneLink: page += escape_html(phone_link(council.help.phone)); break;
    }
  }
  return page;
}

}  // namespace alongside::server
