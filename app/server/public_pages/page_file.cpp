#include "app/server/public_pages/page_file.hpp"

#include "app/server/public_pages/placeholders.hpp"

#include <string>
#include <utility>
#include <vector>

namespace alongside::server {

namespace {

constexpr std::size_t most_bytes = 1500;  // a paragraph that is longer is read by nobody
constexpr std::string_view date_rule = "write the day it was last read through, like \"2026-11-28\"";

// Reads the members of one file; the names of what it may say come with it.
class PageReader {
 public:
  PageReader(const CouncilConfig& config, JsonMistakes& mistakes)
      : english_(placeholders_of(config, Language::English)),
        welsh_(placeholders_of(config, Language::Welsh)),
        mistakes_(mistakes) {}

  wire::Bilingual words(JsonFields fields) const {
    wire::Bilingual words;
    words.en = filled(fields, "en", fields.text("en", {most_bytes, "write it in English, in quotes"}), english_);
    words.cy = filled(fields, "cy", fields.optional_text("cy", {most_bytes, "write it in Welsh, in quotes"}), welsh_);
    fields.finish();
    return words;
  }

  std::vector<wire::Bilingual> list(JsonFields& fields, std::string_view key) const {
    std::vector<wire::Bilingual> list;
    if (fields.optional(key) == nullptr) return list;
    std::size_t index = 0;
    for (const JsonValue& item : fields.array(key, 1, 40)) {
      list.push_back(words(JsonFields(item, at(fields, key, index++), mistakes_)));
    }
    return list;
  }

  wire::PublicSection section(JsonFields fields) const {
    wire::PublicSection section;
    section.heading = words(fields.object("heading"));
    section.paragraphs = list(fields, "paragraphs");
    section.points = list(fields, "points");
    if (section.paragraphs.empty() && section.points.empty()) {
      fields.mistake("paragraphs", "write at least one paragraph, or one of \"points\"");
    }
    fields.finish();
    return section;
  }

  std::string at(const JsonFields& fields, std::string_view key, std::size_t index) const {
    return fields.path_of(key) + "[" + std::to_string(index) + "]";
  }

 private:
  std::string filled(JsonFields& fields, std::string_view key, std::string text, const Placeholders& values) const {
    auto done = fill_placeholders(text, values);
    if (done) return std::move(done).value();
    fields.mistake(key, done.error().detail);
    return text;
  }

  Placeholders english_;
  Placeholders welsh_;
  JsonMistakes& mistakes_;
};

}  // namespace

wire::PublicPage read_public_page(const JsonValue& file, std::string_view id, const CouncilConfig& config,
                                  JsonMistakes& mistakes) {
  const PageReader reader(config, mistakes);
  JsonFields fields(file, std::string(id) + ".json", mistakes);
  wire::PublicPage page;
  page.id = id;
  page.title = reader.words(fields.object("title"));
  page.lead = reader.words(fields.object("lead"));
  const Result<Date> updated = Date::parse(fields.text("updated", {10, date_rule}));
  if (updated) {
    page.updated = updated.value();
  } else {
    fields.mistake("updated", date_rule);
  }
  std::size_t index = 0;
  for (const JsonValue& item : fields.array("sections", 1, 40)) {
    page.sections.push_back(reader.section(JsonFields(item, reader.at(fields, "sections", index++), mistakes)));
  }
  fields.finish();
  return page;
}

}  // namespace alongside::server
