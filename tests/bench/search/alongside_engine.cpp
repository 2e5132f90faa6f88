// Our search engine as the bench asks it: a few C functions over TextIndex, WordOrder and ServiceSet, with
// one field, no stemming and two facets, as its peers have. Compiled to WebAssembly for Node.
#include "app/base/bytes.hpp"
#include "plugins/local_offer/model/search/index_builder.hpp"
#include "plugins/local_offer/model/search/index_codec.hpp"
#include "plugins/local_offer/model/search/service_set.hpp"
#include "plugins/local_offer/model/search/text_index.hpp"
#include "plugins/local_offer/model/word_reader.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace {

using namespace alongside;
using namespace alongside::local_offer;

constexpr std::uint32_t most_results = 20;
constexpr std::size_t category_count = 12;
constexpr std::size_t oldest = 30;

struct Facets {
  std::vector<ServiceSet> categories;
  std::vector<ServiceSet> ages;  // for each age the services for it
};

// What a call answers; read from memory by the caller.
struct Answer {
  std::uint32_t found = 0;
  std::uint32_t ids[most_results] = {};
  std::uint32_t category_counts[category_count] = {};
  std::uint32_t age_counts[oldest] = {};
};

// Everything of one engine; the caller holds it.
struct Engine {
  std::optional<IndexBuilder> builder;
  std::optional<TextIndex> index;
  WordOrder order;
  Facets facets;
  Bytes saved;
  std::vector<std::uint32_t> saved_order;
  Answer answer;
};

void take_tables(Engine& engine, IndexTables tables) { engine.index.emplace(std::move(tables)); }

std::vector<WordGroup> groups_of(const Engine& engine, std::string_view words, std::string_view beginning) {
  std::vector<WordGroup> groups;
  for (WordReader reader(words); reader.next();)
    groups.push_back(word_group(engine.index->dictionary(), {reader.folded(), reader.folded()}));
  if (!beginning.empty()) groups.push_back(prefix_group(engine.index->dictionary(), beginning));
  return groups;
}

void tell(Answer& answer, const std::vector<Ranked>& best) {
  answer.found = static_cast<std::uint32_t>(best.size());
  for (std::size_t i = 0; i < best.size(); ++i) answer.ids[i] = best[i].service;
}

}  // namespace

extern "C" {

Engine* engine_create() { return std::make_unique<Engine>().release(); }
void engine_destroy(Engine* engine) { std::unique_ptr<Engine>{engine}; }
void* bytes_create(std::size_t size) { return ::operator new(size); }
void bytes_destroy(void* bytes) { ::operator delete(bytes); }

void engine_begin(Engine* engine, std::uint32_t services) {
  engine->builder.emplace(Stemming::None);
  engine->facets.categories.assign(category_count, ServiceSet(services));
  engine->facets.ages.assign(oldest, ServiceSet(services));
}
void engine_facets(Engine* engine, std::uint32_t id, std::uint32_t category, std::uint32_t youngest,
                   std::uint32_t last) {
  engine->facets.categories[category].add(id);
  for (std::uint32_t age = youngest; age <= last; ++age) engine->facets.ages[age].add(id);
}
// Texts one after the other, each ended by a zero.
void engine_add(Engine* engine, const char* texts, std::size_t size) {
  for (const char* const end = texts + size; texts < end;) {
    const std::string_view text(texts);
    engine->builder->add(text, 1, Order::Kept);
    engine->builder->end_service();
    texts += text.size() + 1;
  }
}
// Keeps the tables' bytes as well when `texts` are given: the first of those that were added, each ended by a zero.
void engine_finish(Engine* engine, const char* texts, std::size_t size) {
  IndexTables tables = engine->builder->tables();
  engine->order = engine->builder->take_order();
  engine->builder.reset();
  if (texts != nullptr) {
    engine->saved = encode_index(tables, {texts, size});
    for (std::size_t i = 0; i < engine->order.size(); ++i) engine->saved_order.push_back(engine->order.at(i));
  }
  take_tables(*engine, std::move(tables));
}
const std::uint8_t* engine_saved(const Engine* engine) { return engine->saved.data(); }
std::size_t engine_saved_size(const Engine* engine) { return engine->saved.size(); }

// The texts as numbers of terms, which only phrases need.
const std::uint32_t* engine_order(const Engine* engine) { return engine->saved_order.data(); }
std::size_t engine_order_size(const Engine* engine) { return engine->saved_order.size(); }

int engine_load(Engine* engine, const std::uint8_t* bytes, std::size_t size, const char* texts, std::size_t length) {
  auto tables = decode_index({bytes, size}, {texts, length});
  if (!tables.ok()) return 0;
  engine->order = WordOrder(tables.value().starts, tables.value().services);
  take_tables(*engine, std::move(tables).value());
  return 1;
}
// Piece by piece, so that the whole is never there twice.
void engine_order_reserve(Engine* engine, std::size_t count) { engine->order.reserve(count); }
void engine_order_append(Engine* engine, const std::uint32_t* terms, std::size_t count) {
  WordOrder& order = engine->order;
  const std::size_t begin = order.size();
  order.add({terms, count});
  for (std::size_t i = 0; i < count; ++i) {
    if (terms[i] == WordOrder::gap) order.end_service_at(begin + i + 1);
  }
}

// The best services for the words, and for a last word that is still being typed when there is one.
const Answer* engine_best(Engine* engine, const char* words, const char* beginning) {
  const auto groups = groups_of(*engine, words, beginning);
  tell(engine->answer, engine->index->best(groups, most_results));
  return &engine->answer;
}

// The services with the phrase that are of the category and for the age, and how many of what has the
// phrase there are for each value of a facet, the other facet's choice kept.
const Answer* engine_phrase(Engine* engine, const char* words, std::uint32_t category, std::uint32_t age) {
  const TextIndex& index = *engine->index;
  const auto groups = groups_of(*engine, words, {});
  Answer& answer = engine->answer;
  answer = {};
  ScoreBoard board(index.services());
  std::vector<std::uint32_t> phrase;
  for (const WordGroup& group : groups) {
    if (group.size() != 1) return &answer;
    phrase.push_back(group[0].terms[0]);
    index.score(group, board);
  }
  const ServiceSet& of_category = engine->facets.categories[category];
  const ServiceSet& of_age = engine->facets.ages[age];
  ServiceSet wanted = of_category;
  wanted.join(of_age);
  ServiceSet with_phrase(index.services());
  wanted.each([&](std::uint32_t service) {
    if (board.found(service) == groups.size() && engine->order.has_phrase(service, phrase)) with_phrase.add(service);
  });
  ServiceSet in_age = with_phrase;
  in_age.keep(of_age);
  ServiceSet in_category = with_phrase;
  in_category.keep(of_category);
  for (std::size_t i = 0; i < category_count; ++i)
    answer.category_counts[i] = in_age.count_common(engine->facets.categories[i]);
  for (std::size_t i = 0; i < oldest; ++i) answer.age_counts[i] = in_category.count_common(engine->facets.ages[i]);
  in_category.keep(of_age);
  tell(answer, board.best(most_results, in_category));
  answer.found = in_category.count();
  return &answer;
}

}  // extern "C"
