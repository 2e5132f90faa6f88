#include "app/server/personal/held_json.hpp"

#include "app/base/base64url.hpp"
#include "app/server/attachments/attachment_rows.hpp"
#include "app/wire/json_writer.hpp"

namespace alongside::server {

namespace {

std::string in_quotes(std::string_view words) {
  std::string out;
  wire::JsonWriter(out).text(words);
  return out;
}

std::string section_json(const HeldSection& section) {
  std::string out =
      "{\"table\":" + in_quotes(section.table) + ",\"title\":" + in_quotes(section.title) + ",\"items\":[";
  for (std::size_t i = 0; i < section.items.size(); ++i) out += (i == 0 ? "" : ",\n") + section.items[i].json;
  return out + "]}";
}

Result<std::string> file_json(Database& database, const HeldFile& file, HeldFiles files, std::size_t& room) {
  std::string out = "{\"id\":" + in_quotes(file.id.text()) + ",\"name\":" + in_quotes(file.name);
  if (files == HeldFiles::Inside) {
    const auto kept = ALONGSIDE_TRY(AttachmentRows(database).file(DocumentNumber{file.number}));
    if (kept && kept->bytes.size() <= room) {
      room -= kept->bytes.size();
      out += ",\"content_base64url\":" + in_quotes(base64url(kept->bytes));
    }
  }
  return out + "}";
}

}  // namespace

Result<std::string> held_json(Database& database, const EverythingHeld& held, HeldFiles files, std::size_t most_bytes) {
  std::string out = "{\"about\":{\"person\":" + in_quotes(held.person.text()) + ",\"name\":" + in_quotes(held.name) +
                    "},\n\"made_at\":" + in_quotes(held.made_at) + ",\n\"sections\":[\n";
  for (std::size_t i = 0; i < held.sections.size(); ++i) out += (i == 0 ? "" : ",\n") + section_json(held.sections[i]);
  out += "],\n\"files\":[";
  for (std::size_t i = 0; i < held.files.size(); ++i) {
    out += (i == 0 ? "" : ",\n") + ALONGSIDE_TRY(file_json(database, held.files[i], files, most_bytes));
  }
  return out + "]}\n";
}

}  // namespace alongside::server
