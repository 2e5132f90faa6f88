#include "plugins/local_offer/api/feature.hpp"

#include "app/base/clock.hpp"
#include "app/base/id.hpp"
#include "app/base/text.hpp"
#include "app/server/feature.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/public_pages/public_page_html.hpp"
#include "app/server/reply.hpp"
#include "app/server/sitemap.hpp"
#include "app/server/sync/system_chance.hpp"
#include "plugins/local_offer/api/details/detail_writer.hpp"
#include "plugins/local_offer/api/edition_answer.hpp"
#include "plugins/local_offer/api/feeds/duplicate_verbs.hpp"
#include "plugins/local_offer/api/feeds/import_run.hpp"
#include "plugins/local_offer/api/find_html.hpp"
#include "plugins/local_offer/api/importer.hpp"
#include "plugins/local_offer/api/keeping_verbs.hpp"
#include "plugins/local_offer/api/kept_words.hpp"
#include "plugins/local_offer/api/list_html.hpp"
#include "plugins/local_offer/api/map_answer.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/open_referral/export_feed.hpp"
#include "plugins/local_offer/api/open_referral/open_referral_api.hpp"
#include "plugins/local_offer/api/proposals/proposal_store.hpp"
#include "plugins/local_offer/api/proposals/proposal_verbs.hpp"
#include "plugins/local_offer/api/search_listing.hpp"
#include "plugins/local_offer/api/search_report.hpp"
#include "plugins/local_offer/api/service_html.hpp"
#include "plugins/local_offer/api/service_trust_html.hpp"
#include "plugins/local_offer/api/short_breaks_statement.hpp"
#include "plugins/local_offer/api/tiles/tile_store.hpp"
#include "plugins/local_offer/api/told/keep_ask.hpp"
#include "plugins/local_offer/model/details/offer_details.hpp"
#include "plugins/local_offer/model/id_list.hpp"
#include "plugins/local_offer/model/narrowing.hpp"
#include "plugins/local_offer/model/search/search.hpp"
#include "plugins/local_offer/model/told_ask.hpp"

#include <cstdlib>
#include <optional>
#include <string>

namespace alongside::local_offer {
namespace {

class OfferFeature final : public server::Feature {
 public:
  explicit OfferFeature(server::FeatureContext& context)
      : context_(context),
        tables_(context.database),
        open_referral_(context, [this](const std::string& words) { return find_by_words(words); }) {}

  std::string_view id() const override { return "local_offer"; }
  std::span<const server::Migration> migrations() const override { return OfferTables::migrations(); }
  void personal(server::PersonalTables& tables) override {
    tables.kind<ToldAsk>({"A service you asked to be told of", "Gwasanaeth y gofynnoch am gael gwybod amdano"},
                         [](const ToldAsk& ask, server::HeldWords& words) {
                           words.add({"Service", "Gwasanaeth"}, ask.name).add({"Since", "Ers"}, ask.since);
                         });
    for (const char* table : {"local_offer_service", "local_offer_version", "local_offer_record", "local_offer_synonym",
                              "local_offer_postcode", "local_offer_own", "local_offer_feed_service",
                              "local_offer_likeness", "local_offer_proposal"}) {
      tables.about_nobody(table, "what providers and the council tell everybody of services");
    }
  }

  void access(server::AccessTable& table) override {
    table.open_to_all("GET /api/local_offer/services");
    table.open_to_all("GET /api/local_offer/services/{id}");
    table.open_to_all("GET /api/local_offer/details");
    table.open_to_all("POST /api/local_offer/search");
    table.open_to_all("GET /api/local_offer/map");
    table.open_to_all("GET /api/local_offer/tiles/{z}/{x}/{y}");
    table.open_to_all("POST /api/local_offer/proposals");
    table.open_to_all("GET /api/pages/short-breaks");
    open_referral_.access(table);
    add_ask_access(table);
  }

  void operations(server::Operations& operations) override { add_ask_operations(operations); }

  void serving(server::WebFetcher& fetcher) override {
    const server::TileConfig& tiles = context_.council.map_tiles;
    if (!tiles.is_used()) return;
    const char* const key = tiles.key_env.empty() ? nullptr : std::getenv(tiles.key_env.c_str());
    tiles_.emplace(context_.council, context_.clock, fetcher, key == nullptr ? "" : key);
  }

  void routes(server::Router& router) override {
    open_referral_.routes(router);
    // Before the council's other pages, which are as they are in their files.
    router.get("/api/pages/short-breaks", [this](const server::Request& request) {
      const auto page = statement();
      if (!page.ok()) return server::problem(request, page.error());
      return server::reply(request, page.value(), server::Caching::Revalidate);
    });
    router.get("/api/local_offer/services", [this](const server::Request& request) {
      const auto list = offer();
      if (!list.ok()) return server::problem(request, list.error());
      if (request.format == server::Format::Frame) {
        auto answer = list_answer_.answer(list.value()->version,
                                          [&]() -> Result<Bytes> { return wire::encode_frame(*list.value()); });
        return answer.ok() ? std::move(answer).value() : server::problem(request, answer.error());
      }
      return server::reply(request, *list.value(), server::Caching::Revalidate);
    });
    router.get("/api/local_offer/map", [this](const server::Request& request) {
      const auto postcodes = KeptWords(context_.database).postcodes();
      if (!postcodes.ok()) return server::problem(request, postcodes.error());
      return server::reply(request, map_base(context_.council, postcodes.value()), server::Caching::Revalidate);
    });
    router.get("/api/local_offer/tiles/{z}/{x}/{y}", [this](const server::Request& request) {
      return tiles_ ? tiles_->answer(request) : server::text_response(404, "this map has no squares\n");
    });
    router.get("/api/local_offer/services/{id}",
               [this](const server::Request& request) { return one_service(request); });
    router.get("/api/local_offer/details", [this](const server::Request& request) {
      const auto version = tables_.version();
      if (!version.ok()) return server::problem(request, version.error());
      auto answer =
          details_answer_.answer(version.value(), [&]() -> Result<Bytes> { return details(version.value()); });
      return answer.ok() ? std::move(answer).value() : server::problem(request, answer.error());
    });
    router.post("/api/local_offer/proposals", [this](const server::Request& request) {
      return server::with_body<wire::Letter>(request, [&](const wire::Letter& letter) {
        const auto received = ProposalStore(context_.database).receive(letter, context_.clock.today());
        return received.ok() ? server::text_response(200, "received\n") : server::problem(request, received.error());
      });
    });
    router.post("/api/local_offer/search", [this](const server::Request& request) {
      return server::with_body<SearchQuery>(request, [&](const SearchQuery& query) {
        const auto engine = search();
        if (!engine.ok()) return server::problem(request, engine.error());
        return server::reply(request, answer_of(*list_, engine.value()->run(query)));
      });
    });
  }

  void pages(server::PageRouter& pages) override {
    pages.page("/find", [this](const server::Request& request) { return find_page(request); });
    // Without scripts the map is its list, with distances.
    pages.page("/map", [this](const server::Request& request) { return find_page(request); });
    pages.page("/list", [this](const server::Request& request) -> Result<server::PageContent> {
      const OfferList* list = ALONGSIDE_TRY(offer());
      return list_html(*list, known_ids(request.query.values("s")), context_.clock.today(), request.language);
    });
    pages.page("/short-breaks", [this](const server::Request& request) -> Result<server::PageContent> {
      const wire::Council& council = context_.council.council;
      const auto page = statement();
      if (page.ok()) return server::public_page_html(page.value(), council, request.language);
      if (page.error().code == ErrorCode::NotFound) return server::unwritten_page_html(council, request.language);
      return page.error();
    });
    pages.page("/told", [this](const server::Request& request) -> Result<server::PageContent> {
      return told_html(context_.council.council, request.language);
    });
    pages.page("/service/{id}", [this](const server::Request& request) { return service_page(request); });
  }

  Result<void> addresses(server::Sitemap& sitemap) override {
    sitemap.add("/find");
    for (const ServiceSummary& service : ALONGSIDE_TRY(offer())->services) sitemap.add("/service/" + service.id);
    return {};
  }

  void verbs(server::Verbs& verbs) override {
    add_import_verb(verbs, context_, chance_);
    add_duplicate_verbs(verbs, context_);
    verbs.add_public(
        server::Role::Anybody,
        {"offer",
         "export",
         "Write the local offer as an Open Referral UK feed.",
         {{"FOLDER", "a folder that is not there yet", server::VerbArgumentKind::Path}},
         [this](std::span<const std::string> arguments) { return export_feed(context_.database, arguments[0]); }});
    add_proposal_verbs(verbs, context_, chance_);
    add_keeping_verbs(verbs, context_, [this] { return offer(); });
    using server::VerbArgumentKind, server::VerbArgumentUse;
    verbs.add_public(server::Role::Anybody,
                     {"offer",
                      "search",
                      "Show what families find for some words.",
                      {{"WORDS", "in quotes, such as \"somewhere quiet saturday\"; several searches, one a line"},
                       {"--feed", "a folder with a feed: search that, and not what the council has",
                        VerbArgumentKind::Path, VerbArgumentUse::StandAlone},
                       {"--choose", "facets to narrow by, such as \"tier=universal,day=saturday\"",
                        VerbArgumentKind::Text, VerbArgumentUse::Optional},
                       {"--json", "print all ids, best first, and the counts of every facet, as JSON",
                        VerbArgumentKind::Text, VerbArgumentUse::Flag}},
                      [this](std::span<const std::string> arguments) { return search_verb(arguments); }});
  }

 private:
  Result<std::string> search_verb(std::span<const std::string> arguments) {
    SearchQuery query;
    query.choices = ALONGSIDE_TRY(parse_choices(arguments[2]));
    std::optional<OfferList> feed;
    if (!arguments[1].empty()) {
      feed = ALONGSIDE_TRY(read_offer(arguments[1], context_.clock.today()));
      feed->synonyms = context_.council.synonyms;
    }
    const OfferList& list = feed ? *feed : *ALONGSIDE_TRY(offer());
    const Search engine(list, feed ? context_.council.council.places : places_);
    std::string report;
    for (const std::string_view words : split(arguments[0], '\n')) {
      query.words = words;
      const SearchResult result = engine.run(query);
      report += arguments[3].empty() ? search_report(list, query, result, context_.clock.today())
                                     : search_listing(list, query, result);
    }
    return report;
  }

  // The list is kept in memory and read again when its version says that it changed.
  Result<const OfferList*> offer() {
    const std::uint64_t version = ALONGSIDE_TRY(tables_.version());
    if (!list_ || list_->version != version) {
      search_.reset();
      list_ = ALONGSIDE_TRY(tables_.list());
      const KeptWords kept(context_.database);
      list_->synonyms = ALONGSIDE_TRY(kept.synonyms()).value_or(context_.council.synonyms);
      // A district's own middle counts before that of the town it belongs to.
      places_ = ALONGSIDE_TRY(kept.postcodes());
      const auto& towns = context_.council.council.places;
      places_.insert(places_.end(), towns.begin(), towns.end());
    }
    return &*list_;
  }

  Result<Bytes> details(std::uint64_t version) {
    OfferDetails details;
    details.version = version;
    ALONGSIDE_TRY(tables_.each_service(
        [&details](const ServiceDetail& service) { details.services.push_back(write_detail(service)); }));
    return wire::encode_frame(details);
  }

  Result<wire::PublicPage> statement() {
    for (const wire::PublicPage& page : context_.council.public_pages) {
      if (page.id == "short-breaks")
        return short_breaks_statement(page, *ALONGSIDE_TRY(offer()), context_.clock.today());
    }
    return Error{ErrorCode::NotFound, "The council has not written this page yet."};
  }

  // Kept as long as the list it is of.
  Result<const Search*> search() {
    const OfferList* list = ALONGSIDE_TRY(offer());
    if (!search_) search_.emplace(*list, places_);
    return &*search_;
  }

  Result<std::vector<std::string>> find_by_words(const std::string& words) {
    SearchQuery query;
    query.words = words;
    const Search* engine = ALONGSIDE_TRY(search());
    std::vector<std::string> ids;
    for (const Hit& hit : engine->run(query).hits) ids.push_back(list_->services[hit.index].id);
    return ids;
  }

  Result<std::optional<ServiceDetail>> find_service(std::string_view id) {
    const auto uuid = parse_uuid(id);
    if (!uuid.ok()) return std::optional<ServiceDetail>();
    return tables_.service(uuid_text(uuid.value()));
  }

  server::Response one_service(const server::Request& request) {
    const auto found = find_service(request.parameter(0));
    if (!found.ok()) return server::problem(request, found.error());
    if (!found.value()) return server::problem(request, 404, "not_found", "There is no service with this id.");
    return server::reply(request, *found.value(), server::Caching::Revalidate);
  }

  Result<server::PageContent> find_page(const server::Request& request) {
    const server::Query& query = request.query;
    const Search* engine = ALONGSIDE_TRY(search());
    FindForm form{std::string(query.value("q").substr(0, 400)), std::string(query.value("age").substr(0, 20)),
                  std::string(query.value("near").substr(0, 100)), std::string(query.value("miles").substr(0, 20)),
                  choices_in(query)};
    std::size_t shown = 20;
    if (const std::string_view text = query.value("shown"); !text.empty() && text.size() <= 4) {
      std::size_t number = 0;
      for (const char c : text) number = c >= '0' && c <= '9' ? number * 10 + static_cast<std::size_t>(c - '0') : 0;
      shown = std::max<std::size_t>(shown, number);
    }
    return find_html({*list_, *engine, context_.council.council.places, std::move(form), shown, context_.clock.today(),
                      request.language, !query.value("lang").empty()});
  }

  Result<server::PageContent> service_page(const server::Request& request) {
    const auto found = ALONGSIDE_TRY(find_service(request.parameter(0)));
    if (!found) return Error{ErrorCode::NotFound, "no such service"};
    std::string back = "/find";
    for (const auto& [name, value] : request.query.pairs()) {
      back += (back.size() == 5 ? "?" : "&") + server::percent_encode(name) + "=" + server::percent_encode(value);
    }
    return service_html(*found, context_.council.council, back, context_.clock.today(), request.language);
  }

  server::FeatureContext context_;
  server::SystemChance chance_;
  OfferTables tables_;
  OpenReferralApi open_referral_;
  std::optional<OfferList> list_;
  std::vector<wire::Place> places_;  // postcodes and the council's, for "near"
  std::optional<Search> search_;
  EditionAnswer list_answer_;
  EditionAnswer details_answer_;
  std::optional<TileStore> tiles_;  // none: the map is our own drawing alone
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<OfferFeature>(context);
}

}  // namespace alongside::local_offer
