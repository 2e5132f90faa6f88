#include "plugins/local_offer/model/search/synonyms.hpp"

#include "plugins/local_offer/model/search/search.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

const std::vector<SynonymGroup> groups{{"respite", "short break"}, {"ASD", "autism"}, {"swimming", "hydrotherapy"}};

OfferList synonym_offer() {
  OfferList list;
  list.synonyms = groups;
  for (const char* name : {"Hydrotherapy pool", "Short breaks at home", "Autism drop-in", "Break time", "Swimming"}) {
    list.services.emplace_back().name = name;
    list.services.back().id = name;
  }
  return list;
}

std::vector<std::string> find(const OfferList& list, const char* words) {
  std::vector<std::string> names;
  for (const Hit& hit : Search(list).run({words, {}, {}, {}, {}}).hits) names.push_back(list.services[hit.index].name);
  return names;
}

}  // namespace

TEST_CASE("the council's synonyms work both ways, and the word itself comes first") {
  const OfferList list = synonym_offer();
  CHECK(find(list, "respite") == std::vector<std::string>{"Short breaks at home"});
  CHECK(find(list, "asd") == std::vector<std::string>{"Autism drop-in"});
  CHECK(find(list, "swimming") == std::vector<std::string>{"Swimming", "Hydrotherapy pool"});
  CHECK(find(list, "hydrotherapy") == std::vector<std::string>{"Hydrotherapy pool", "Swimming"});
}

TEST_CASE("of a synonym of several words all have to be there") {
  const std::vector<std::string> found = find(synonym_offer(), "respite");
  CHECK(found == std::vector<std::string>{"Short breaks at home"});
}

TEST_CASE("the longest phrase counts, in any of its forms") {
  const Synonyms synonyms(groups);
  const std::vector<std::string> stems{"short", "break", "club"};
  const Meaning meaning = synonyms.of(stems);
  CHECK(meaning.words == 2);
  CHECK(meaning.others == std::vector<StemPhrase>{{"respit"}});
  CHECK(synonyms.of(std::vector<std::string>{"break"}).words == 0);
  CHECK(synonyms.of({}).words == 0);
}

TEST_CASE("empty groups, small words and far too many of both do no harm") {
  CHECK(Synonyms(std::vector<SynonymGroup>{{}, {"", "the"}, {"of"}}).of(std::vector<std::string>{"the"}).words == 0);
  const std::vector<SynonymGroup> many(400, SynonymGroup(3, "same"));
  CHECK(Synonyms(many).of(std::vector<std::string>{"same"}).others.empty());
}
