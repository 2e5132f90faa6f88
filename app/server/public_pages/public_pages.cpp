#include "app/server/public_pages/public_pages.hpp"

#include "app/server/public_pages/page_file.hpp"
#include "app/server/public_pages/public_page_html.hpp"
#include "app/server/reply.hpp"

#include <algorithm>
#include <filesystem>

namespace alongside::server {

namespace {

constexpr JsonLimits page_file_limits{256 * 1024, 8};
constexpr JsonLimits own_file_limits{1024 * 1024, 12};
constexpr std::string_view route = "/api/pages/{id}";

const wire::PublicPage* find_page(const CouncilConfig& config, std::string_view id) {
  const auto found = std::find_if(config.public_pages.begin(), config.public_pages.end(),
                                  [id](const wire::PublicPage& page) { return page.id == id; });
  return found == config.public_pages.end() ? nullptr : &*found;
}

Response answer(const Request& request, const CouncilConfig& config) {
  const wire::PublicPage* page = find_page(config, request.parameters[0]);
  if (page == nullptr) return problem(request, 404, "not_found", "The council has not written this page yet.");
  return reply(request, *page, Caching::Revalidate);
}

}  // namespace

std::vector<wire::PublicPage> read_public_pages(const std::string& folder, const CouncilConfig& config,
                                                JsonMistakes& mistakes) {
  std::vector<wire::PublicPage> pages;
  for (const PublicPageAddress& address : public_page_addresses) {
    const std::string path = folder + "/" + std::string(address.id) + ".json";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) continue;
    const auto file = read_json_file(path, page_file_limits);
    if (file) {
      pages.push_back(read_public_page(file.value(), address.id, config, mistakes));
    } else {
      mistakes.add(path, file.error().detail);
    }
  }
  return pages;
}

std::optional<JsonValue> read_own_file(const CouncilConfig& config, std::string_view name, JsonMistakes& mistakes) {
  if (config.pages_folder.empty()) return std::nullopt;
  const std::string path = config.pages_folder + "/" + std::string(name);
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::nullopt;
  auto file = read_json_file(path, own_file_limits);
  if (file.ok()) return std::move(file).value();
  mistakes.add(path, file.error().detail);
  return std::nullopt;
}

void add_public_pages(Router& router, PageRouter& pages, const CouncilConfig& config) {
  router.get(route, [&config](const Request& request) { return answer(request, config); });
  for (const PublicPageAddress& address : public_page_addresses) {
    pages.page(address.path, [&config, id = address.id](const Request& request) -> Result<PageContent> {
      const wire::PublicPage* page = find_page(config, id);
      return page == nullptr ? unwritten_page_html(config.council, request.language)
                             : public_page_html(*page, config.council, request.language);
    });
  }
}

void public_pages_access(AccessTable& table) { table.open_to_all("GET " + std::string(route)); }

}  // namespace alongside::server
