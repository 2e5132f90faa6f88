#include "plugins/local_offer/api/tiles/tile_store.hpp"

#include "app/server/reply.hpp"

#include <algorithm>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr int whole_seconds = 6;

server::Response no_answer() {
  server::Response response = server::text_response(503, "the map server did not answer\n");
  response.retry_after_seconds = static_cast<int>(TileStore::failed_ms / 1000);
  return response;
}

}  // namespace

std::string_view tile_type(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  return bytes.starts_with("RIFF") && bytes.substr(std::min<std::size_t>(8, bytes.size())).starts_with("WEBP")
             ? "image/webp"
             : "";
}

TileStore::TileStore(const server::CouncilConfig& council, const Clock& clock, server::WebFetcher& fetcher,
                     std::string key)
    : config_(council.map_tiles), area_(council), clock_(clock), fetcher_(fetcher), key_(std::move(key)) {}

server::Response TileStore::answer(const server::Request& request) {
  const auto tile = tile_of(request);
  if (!tile || tile->z < config_.least_zoom || tile->z > config_.most_zoom || !area_.has(*tile))
    return server::text_response(404, "this map has no such square\n");
  if (const Kept* kept = fresh(*tile)) return response_of(*kept);
  if (turns_.size() >= most_waiting && !waiting_.contains(*tile)) return no_answer();
  server::Response response;
  response.later = [this, tile = *tile](Done done) { wait(tile, std::move(done)); };
  return response;
}

server::Response TileStore::response_of(const Kept& kept) const {
  if (kept.picture == nullptr) return no_answer();
  server::Response response;
  response.content_type = kept.content_type;
  response.caching = server::Caching::Revalidate;
  response.shared_body = kept.picture;
  return response;
}

// A clock that was put back would keep a square for ever.
const TileStore::Kept* TileStore::fresh(const Tile& tile) {
  const auto found = kept_.find(tile);
  if (found == kept_.end()) return nullptr;
  const std::int64_t age = clock_.now_ms() - found->second.since_ms;
  if (age < 0 || age >= (found->second.picture ? fresh_ms : failed_ms)) return nullptr;
  looked_at(found->second);
  return &found->second;
}

TileStore::Kept& TileStore::place_for(const Tile& tile) {
  const auto [found, is_new] = kept_.try_emplace(tile);
  if (is_new) found->second.turn = by_use_.insert(by_use_.end(), tile);
  return found->second;
}

void TileStore::wait(const Tile& tile, Done done) {
  const auto [found, is_new] = waiting_.try_emplace(tile);
  found->second.push_back(std::move(done));
  if (is_new) turns_.push_back(tile);
  ask_next();
}

void TileStore::ask_next() {
  while (asked_ < most_asked && !turns_.empty()) {
    const Tile tile = turns_.front();
    turns_.pop_front();
    ++asked_;
    server::WebQuestion question;
    question.address = server::tile_address(config_, tile.z, tile.x, tile.y, key_);
    question.most_bytes = most_tile;
    question.whole_seconds = whole_seconds;
    question.machines = server::Machines::Public;
    question.inner_addresses = config_.inner_addresses;
    fetcher_.fetch(std::move(question), [this, tile](const server::WebResult& result) { came(tile, result); });
  }
}

void TileStore::came(const Tile& tile, const server::WebResult& result) {
  --asked_;
  const bool is_good = result.ok() && result.value().status == 200;
  const std::string_view type = is_good ? tile_type(result.value().body) : "";
  Kept& kept = place_for(tile);
  if (kept.picture) kept_bytes_ -= kept.picture->size();
  // Yesterday's square is better than none, and is asked for again in a minute.
  const std::int64_t now = clock_.now_ms();
  if (!type.empty()) {
    kept = {std::make_shared<const std::string>(result.value().body), type, now, kept.turn};
    looked_at(kept);
  } else if (kept.picture) {
    kept.since_ms = now - fresh_ms + failed_ms;
  } else {
    kept.since_ms = now;
    looked_at(kept);
  }
  if (kept.picture) kept_bytes_ += kept.picture->size();
  const server::Response response = response_of(kept);
  make_room();
  const auto waiting = waiting_.extract(tile);
  for (const Done& done : waiting.mapped()) done(response);
  ask_next();
}

// What nobody has looked at for longest goes first. Those that did not come take no room, but there may be many.
void TileStore::make_room() {
  constexpr std::size_t most_squares = 4096;
  while (kept_bytes_ > most_kept || kept_.size() > most_squares) {
    const auto oldest = kept_.find(by_use_.front());
    if (oldest->second.picture) kept_bytes_ -= oldest->second.picture->size();
    by_use_.pop_front();
    kept_.erase(oldest);
  }
}

}  // namespace alongside::local_offer
