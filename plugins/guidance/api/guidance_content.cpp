#include "plugins/guidance/api/guidance_content.hpp"

#include "plugins/guidance/api/content_entries.hpp"
#include "plugins/guidance/api/england.hpp"
#include "plugins/guidance/api/wales.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace alongside::guidance {
namespace {

using server::JsonFields;
using server::JsonMistakes;

template <class T>
void replace_or_add(std::vector<T>& all, std::vector<T> own) {
  for (T& one : own) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& other) { return other.id == one.id; });
    if (found == all.end())
      all.push_back(std::move(one));
    else
      *found = std::move(one);
  }
}

template <class T>
void check_once(const std::vector<T>& all, std::string_view section, JsonMistakes& mistakes) {
  std::set<std::string_view> ids;
  for (const T& one : all) {
    if (!ids.insert(one.id).second)
      mistakes.add(std::string(section), "\"" + one.id + "\" is there twice; give each an id of its own");
  }
}

// What refers to something must find it: a reader would otherwise miss a source without noticing.
struct References {
  const GuidanceBook& book;
  JsonMistakes& mistakes;

  template <class T>
  void check(const std::vector<T>& all, const std::string& id, const std::string& where, std::string_view what) const {
    if (id.empty() || find_by_id(all, id) != nullptr) return;
    mistakes.add(where, "there is no " + std::string(what) + " with the id \"" + id + "\"");
  }
  void topic(const Topic& topic, std::string_view section) const {
    const std::string where = std::string(section) + " \"" + topic.id + "\"";
    check(book.clocks, topic.clock, where + ".clock", "clock");
    check(book.helpers, topic.helper, where + ".helper", "helper");
    for (const Part& part : topic.parts) {
      for (const Fact& fact : part.facts)
        check(book.sources, fact.source, where + "." + std::string(name_of(part.kind)), "source");
    }
  }
  void clock(const Clock& clock) const {
    const std::string where = "clocks \"" + clock.id + "\"";
    for (const Step& step : clock.steps) check(book.sources, step.source, where, "source");
    for (const Fact& fact : clock.unless) check(book.sources, fact.source, where, "source");
  }
};

void check_references(const GuidanceBook& book, JsonMistakes& mistakes) {
  const References references{book, mistakes};
  for (const Topic& topic : book.topics) references.topic(topic, "topics");
  for (const Topic& step : book.steps) references.topic(step, "steps");
  for (const Clock& clock : book.clocks) references.clock(clock);
  if (find_by_id(book.helpers, advice_helper) == nullptr)
    mistakes.add("helpers", "\"advice\" must stay: whoever is not sure is sent there");
  if (find_by_id(book.topics, complaints_topic) == nullptr)
    mistakes.add("topics", "\"complaints\" must stay: whoever is not answered is sent there");
}

void leave_out(GuidanceBook& book, JsonFields& fields) {
  if (fields.optional("leave_out") == nullptr) return;
  for (const server::JsonValue& item : fields.array("leave_out", 0, 60)) {
    const auto is_it = [&](const Topic& topic) { return item.is(server::JsonKind::Text) && topic.id == item.text; };
    if (std::erase_if(book.topics, is_it) + std::erase_if(book.steps, is_it) == 0)
      fields.mistake("leave_out", "write ids of topics or steps that are there, like \"mediation\"");
  }
}

void add_entries(GuidanceBook& book, const server::JsonValue& file, JsonMistakes& mistakes) {
  JsonFields fields(file, "", mistakes);
  GuidanceBook own = read_entries(fields, mistakes);
  check_once(own.topics, "topics", mistakes);
  check_once(own.steps, "steps", mistakes);
  check_once(own.clocks, "clocks", mistakes);
  check_once(own.helpers, "helpers", mistakes);
  check_once(own.sources, "sources", mistakes);
  replace_or_add(book.topics, std::move(own.topics));
  replace_or_add(book.steps, std::move(own.steps));
  replace_or_add(book.clocks, std::move(own.clocks));
  replace_or_add(book.helpers, std::move(own.helpers));
  replace_or_add(book.sources, std::move(own.sources));
  leave_out(book, fields);
  fields.finish();
  std::stable_sort(book.steps.begin(), book.steps.end(), [](const Topic& a, const Topic& b) { return a.age < b.age; });
  check_references(book, mistakes);
}

}  // namespace

GuidanceBook content_of(wire::Nation nation, JsonMistakes& mistakes) {
  GuidanceBook book;
  const auto file = server::read_json(nation == wire::Nation::Wales ? wales_content : england_content);
  if (file.ok())
    add_entries(book, file.value(), mistakes);
  else
    mistakes.add("the content of guidance", file.error().detail);
  return book;
}

void lay_over(GuidanceBook& book, const server::JsonValue& file, JsonMistakes& mistakes) {
  add_entries(book, file, mistakes);
}

}  // namespace alongside::guidance
