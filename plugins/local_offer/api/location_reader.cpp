#include "plugins/local_offer/api/location_reader.hpp"

#include "plugins/local_offer/api/place_point.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace alongside::local_offer {
namespace {

std::string_view words_of(PointFault fault) {
  switch (fault) {
    case PointFault::Impossible: return "has coordinates that are not on the globe; this place was left out";
    case PointFault::Elsewhere: return "has coordinates outside the United Kingdom; this place was left out";
    case PointFault::Half: return "has only one of latitude and longitude; this place was left out";
    case PointFault::None: break;
  }
  return {};
}

void read_type(RecordReader& reader, Location& location) {
  const std::string type = reader.line("location_type");
  if (type == "physical" || type.empty())
    location.location_type = LocationType::Physical;
  else if (type == "postal")
    location.location_type = LocationType::Postal;
  else if (type == "virtual")
    location.location_type = LocationType::Virtual;
  else
    reader.refuse("location_type", "is not physical, postal or virtual");
}

void read_address(RecordReader& reader, Location& location) {
  const auto add = [&](std::string line) {
    const bool is_new = std::find(location.address.begin(), location.address.end(), line) == location.address.end();
    if (!line.empty() && is_new) location.address.push_back(std::move(line));
  };
  add(reader.line("address_1"));
  add(reader.line("address_2"));
  location.city = reader.line("city");
  location.postal_code = reader.line("postal_code");
  add(location.city);
  add(location.postal_code);
}

Location read_location(RecordReader& reader) {
  Location location;
  read_type(reader, location);
  location.name = reader.line("name");
  location.description = reader.line("description");
  auto addresses = reader.objects("addresses");
  if (!addresses.empty()) read_address(addresses.front(), location);
  for (RecordReader& access : reader.objects("accessibility")) {
    for (const std::string_view name : {"description", "details", "accessibility"}) {
      std::string words = access.line(name);
      auto& known = location.accessibility;
      if (!words.empty() && std::find(known.begin(), known.end(), words) == known.end())
        known.push_back(std::move(words));
    }
  }
  return location;
}

}  // namespace

std::vector<Location> read_locations(RecordReader& service) {
  std::vector<Location> locations;
  for (RecordReader& at : service.objects("service_at_locations")) {
    auto reader = at.object("location");
    if (!reader) continue;
    Location location = read_location(*reader);
    const PlacePoint place = place_point(reader->number("latitude"), reader->number("longitude"));
    location.point = place.point;
    if (place.is_fault())
      at.note("location", words_of(place.fault));
    else
      locations.push_back(std::move(location));
  }
  return locations;
}

}  // namespace alongside::local_offer
