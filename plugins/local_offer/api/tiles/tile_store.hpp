// TileStore: the squares of the council's map server, asked for by this server and kept for a day, so that the map
// server sees the council and never a family. Owned by the local offer's feature, which answers
// GET /api/local_offer/tiles/{z}/{x}/{y} with it.
#pragma once

#include "app/base/clock.hpp"
#include "app/server/fetch/web_fetch.hpp"
#include "app/server/response.hpp"
#include "plugins/local_offer/api/tiles/tile_area.hpp"

#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

class TileStore {
 public:
  // What is kept at most, in bytes; how many are asked for at once, since others ask on the same threads; and how
  // many may wait for their turn.
  static constexpr std::size_t most_kept = 32 * 1024 * 1024, most_asked = 2, most_waiting = 48;
  static constexpr std::size_t most_tile = 512 * 1024;
  static constexpr std::int64_t fresh_ms = 24 * 3600 * 1000, failed_ms = 60 * 1000;

  TileStore(const server::CouncilConfig& council, const Clock& clock, server::WebFetcher& fetcher, std::string key);

  // 404: this map has no such square. 503: there are too many questions, or the map server did not answer.
  server::Response answer(const server::Request& request);

 private:
  using Done = std::function<void(server::Response)>;
  struct Kept {
    std::shared_ptr<const std::string> picture;  // null: it was asked for and did not come
    std::string_view content_type;
    std::int64_t since_ms = 0;
    std::list<Tile>::iterator turn;  // in by_use_
  };

  server::Response response_of(const Kept& kept) const;
  const Kept* fresh(const Tile& tile);
  Kept& place_for(const Tile& tile);
  void looked_at(Kept& kept) { by_use_.splice(by_use_.end(), by_use_, kept.turn); }
  void wait(const Tile& tile, Done done);
  void ask_next();
  void came(const Tile& tile, const server::WebResult& result);
  void make_room();

  const server::TileConfig& config_;
  TileArea area_;
  const Clock& clock_;
  server::WebFetcher& fetcher_;
  std::string key_;
  std::map<Tile, Kept> kept_;
  std::size_t kept_bytes_ = 0;
  std::list<Tile> by_use_;  // those that are kept; what nobody has looked at for longest stands first
  std::map<Tile, std::vector<Done>> waiting_;  // of those that are asked for, or will be
  std::deque<Tile> turns_;                     // those that nobody has been asked for yet
  std::size_t asked_ = 0;
};

// "image/png" and so on by what the bytes are, whatever the machine calls them; empty: no picture that we pass on.
std::string_view tile_type(std::string_view bytes);

}  // namespace alongside::local_offer
