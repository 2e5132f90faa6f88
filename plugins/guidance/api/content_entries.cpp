#include "plugins/guidance/api/content_entries.hpp"

#include "app/server/council_config.hpp"
#include "app/server/mail/mail_address.hpp"
#include "plugins/guidance/api/content_fields.hpp"

#include <algorithm>
#include <array>

namespace alongside::guidance {
namespace {

using server::JsonFields;
using server::JsonMistakes;

constexpr std::size_t most_entries = 60;  // of one section

enum class Ages : bool { None, Each };

std::vector<Part> read_parts(JsonFields& topic, JsonMistakes& mistakes) {
  std::vector<Part> parts;
  JsonFields fields = topic.object("parts");
  for (std::size_t i = 0; i < part_count; ++i) {
    const auto kind = static_cast<PartKind>(i);
    std::vector<Fact> facts = read_facts(fields, name_of(kind), mistakes);
    if (!facts.empty()) parts.push_back({kind, std::move(facts)});
  }
  fields.finish();
  return parts;
}

Topic read_topic(JsonFields& fields, Ages ages, JsonMistakes& mistakes) {
  Topic topic;
  topic.id = read_name(fields, "id");
  topic.title = read_sentence(fields, "title");
  topic.what = read_sentence(fields, "what");
  topic.parts = read_parts(fields, mistakes);
  topic.clock = read_name_if_there(fields, "clock");
  topic.helper = read_name_if_there(fields, "helper");
  topic.subject = read_both_if_there(fields, "subject");
  topic.letter = read_both_if_there(fields, "letter", most_letter);
  if (topic.subject.en.empty() != topic.letter.en.empty())
    fields.mistake("letter", "write both \"subject\" and \"letter\", or neither");
  if (ages == Ages::Each) topic.age = static_cast<std::uint8_t>(fields.integer("age", {0, 25}));
  return topic;
}

TimeUnit read_unit(JsonFields& fields) {
  constexpr std::array<std::string_view, 5> names = {"days", "working_days", "school_days", "weeks", "months"};
  constexpr std::string_view rule = "write days, working_days, school_days, weeks or months";
  const std::string name = fields.text("unit", {20, rule});
  const auto found = std::find(names.begin(), names.end(), name);
  if (!name.empty() && found == names.end()) fields.mistake("unit", rule);
  return found == names.end() ? TimeUnit::Days : static_cast<TimeUnit>(found - names.begin());
}

Step read_step(JsonFields& fields) {
  Step step;
  step.words = read_sentence(fields, "words");
  step.count = static_cast<std::uint16_t>(fields.integer("count", {1, 400}));
  step.unit = read_unit(fields);
  step.source = read_name(fields, "source");
  return step;
}

// Reads each item of a section with `read`, which is given its fields.
template <class T, class Read>
std::vector<T> read_section(JsonFields& parent, std::string_view key, JsonMistakes& mistakes, Read read) {
  std::vector<T> all;
  if (parent.optional(key) == nullptr) return all;
  const auto& items = parent.array(key, 1, most_entries);
  for (std::size_t i = 0; i < items.size(); ++i) {
    JsonFields fields(items[i], parent.path_of(key) + "[" + std::to_string(i) + "]", mistakes);
    all.push_back(read(fields));
    fields.finish();
  }
  return all;
}

Clock read_clock(JsonFields& fields, JsonMistakes& mistakes) {
  Clock clock;
  clock.id = read_name(fields, "id");
  clock.title = read_sentence(fields, "title");
  clock.from = read_sentence(fields, "from");
  clock.steps = read_section<Step>(fields, "steps", mistakes, read_step);
  if (clock.steps.empty()) fields.mistake("steps", "write at least one step");
  clock.unless = read_facts(fields, "unless", mistakes);
  return clock;
}

Helper read_helper(JsonFields& fields) {
  constexpr std::string_view phone_rule = "write the phone number as people dial it, like \"01632 960123\"";
  constexpr std::string_view email_rule = "write an email address, or take this key out";
  Helper helper;
  helper.id = read_name(fields, "id");
  helper.contact.title = read_both(fields, "name");
  helper.what = read_sentence(fields, "what");
  helper.contact.phone = fields.optional_text("phone", {40, phone_rule});
  if (helper.contact.phone.find_first_not_of("0123456789 +()") != std::string::npos)
    fields.mistake("phone", phone_rule);
  helper.contact.email = fields.optional_text("email", {200, email_rule});
  if (!helper.contact.email.empty() && !server::is_mail_address(helper.contact.email))
    fields.mistake("email", email_rule);
  helper.contact.hours = read_both_if_there(fields, "hours");
  helper.web = read_web(fields, "web");
  return helper;
}

Source read_source(JsonFields& fields) {
  constexpr std::string_view day_rule = "write the day on which somebody looked at it, like \"2026-11-29\"";
  Source source;
  source.id = read_name(fields, "id");
  source.name = read_both(fields, "name");
  source.web = read_web(fields, "web");
  const auto seen = Date::parse(fields.text("seen", {10, day_rule}));
  if (seen.ok())
    source.seen = seen.value();
  else
    fields.mistake("seen", day_rule);
  const server::JsonValue* checked = fields.optional("checked");
  if (checked == nullptr || !checked->is(server::JsonKind::Boolean))
    fields.mistake("checked", "write true when somebody has seen it there, else false");
  else
    source.checked = checked->boolean ? Checked::Yes : Checked::No;
  return source;
}

}  // namespace

GuidanceBook read_entries(JsonFields& file, JsonMistakes& mistakes) {
  GuidanceBook book;
  book.topics = read_section<Topic>(file, "topics", mistakes,
                                    [&](JsonFields& fields) { return read_topic(fields, Ages::None, mistakes); });
  book.steps = read_section<Topic>(file, "steps", mistakes,
                                   [&](JsonFields& fields) { return read_topic(fields, Ages::Each, mistakes); });
  book.clocks =
      read_section<Clock>(file, "clocks", mistakes, [&](JsonFields& fields) { return read_clock(fields, mistakes); });
  book.helpers = read_section<Helper>(file, "helpers", mistakes, read_helper);
  book.sources = read_section<Source>(file, "sources", mistakes, read_source);
  return book;
}

}  // namespace alongside::guidance
