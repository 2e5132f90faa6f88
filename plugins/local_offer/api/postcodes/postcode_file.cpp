#include "plugins/local_offer/api/postcodes/postcode_file.hpp"

#include "app/base/text.hpp"
#include "plugins/local_offer/api/postcodes/csv_rows.hpp"
#include "plugins/local_offer/api/postcodes/national_grid.hpp"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace alongside::local_offer {
namespace {

// Where in a row things stand.
struct Columns {
  std::size_t postcode = 0;
  std::size_t first = 2, second = 3;  // easting and northing, or latitude and longitude
  std::optional<std::size_t> ended;
  bool is_grid = true;
};

struct Sum {
  std::int64_t latitude_e7 = 0, longitude_e7 = 0;
  std::uint32_t count = 0;

  void add(GeoPoint point) {
    latitude_e7 += point.latitude_e7();
    longitude_e7 += point.longitude_e7();
    ++count;
  }
};

std::optional<std::size_t> column_named(const std::vector<std::string>& header,
                                        std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      std::string cell(trim(header[i]));
      if (cell.starts_with("\xEF\xBB\xBF")) cell.erase(0, 3);
      if (search_fold(cell) == name) return i;
    }
  }
  return std::nullopt;
}

std::optional<double> number_in(std::string_view text) {
  text = trim(text);
  double number = 0;
  const auto [end, fault] = fast_float::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

struct Postcode {
  std::string district;
  std::string sector;
};

// "NM4  2AB", "NM42AB", "nm4 2ab".
std::optional<Postcode> postcode_in(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c == ' ') continue;
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!is_digit(upper) && !(upper >= 'A' && upper <= 'Z')) return std::nullopt;
    letters += upper;
  }
  if (letters.size() < 5 || letters.size() > 7 || is_digit(letters[0]) || !is_digit(letters[letters.size() - 3]))
    return std::nullopt;
  std::string district = letters.substr(0, letters.size() - 3);
  std::string sector = district + " " + letters[letters.size() - 3];
  return Postcode{std::move(district), std::move(sector)};
}

class PostcodeSums {
 public:
  explicit PostcodeSums(std::span<const GeoPoint> council) : council_(council) {}

  Result<void> take(const std::vector<std::string>& row, const Columns& columns) {
    ++read_.rows;
    if (row.size() <= std::max({columns.postcode, columns.first, columns.second})) return count(read_.unreadable);
    const auto postcode = postcode_in(row[columns.postcode]);
    if (!postcode) return count(read_.unreadable);
    if (columns.ended && *columns.ended < row.size() && !trim(row[*columns.ended]).empty()) return count(read_.ended);
    const auto first = number_in(row[columns.first]), second = number_in(row[columns.second]);
    if (!first || !second) return count(read_.unreadable);
    const auto point = columns.is_grid ? point_of_grid(*first, *second) : GeoPoint::from_degrees(*first, *second);
    // The directory writes 99.999999 and 0, Code-Point Open 0 and 0, where nobody knows.
    const bool is_known = point.ok() && *first < 99 + (columns.is_grid ? 1e9 : 0) && (*first != 0 || *second != 0);
    if (!is_known) return count(read_.nowhere);
    if (!is_near(point.value())) return count(read_.elsewhere);
    ++read_.used;
    sums_[postcode->district].add(point.value());
    sums_[postcode->sector].add(point.value());
    if (sums_.size() > most_areas) return Error{ErrorCode::TooLarge, "more than 20,000 districts and sectors"};
    return {};
  }

  Result<PostcodesRead> finish() {
    for (const auto& [name, sum] : sums_) {
      const auto middle = ALONGSIDE_TRY(GeoPoint::from_e7(sum.latitude_e7 / sum.count, sum.longitude_e7 / sum.count));
      read_.areas.push_back({name, middle, sum.count});
    }
    return std::move(read_);
  }

 private:
  Result<void> count(std::uint64_t& of) {
    ++of;
    return {};
  }
  bool is_near(GeoPoint point) const {
    return std::any_of(council_.begin(), council_.end(), [point](GeoPoint place) {
      // A degree of latitude is 111 km: most of a national file is told apart without a sine.
      const bool is_far = std::abs(point.latitude_e7() - place.latitude_e7()) > 10'000'000;
      return !is_far && distance_metres(point, place) <= furthest_metres;
    });
  }

  std::span<const GeoPoint> council_;
  std::map<std::string, Sum> sums_;
  PostcodesRead read_;
};

Result<std::optional<Columns>> columns_of(const std::vector<std::string>& header) {
  if (!header.empty() && postcode_in(header[0])) return std::optional<Columns>();
  Columns columns;
  const auto postcode = column_named(header, {"pcds", "pcd7", "pcd", "pcd8", "postcode"});
  const auto latitude = column_named(header, {"lat", "latitude"}),
             longitude = column_named(header, {"long", "longitude"});
  if (!postcode || !latitude || !longitude) {
    return Error{ErrorCode::InvalidInput,
                 "this is neither the ONS Postcode Directory (a header with pcds, lat and long) nor Code-Point Open "
                 "(rows of postcode, quality, easting, northing)"};
  }
  columns.postcode = *postcode;
  columns.first = *latitude;
  columns.second = *longitude;
  columns.ended = column_named(header, {"doterm"});
  columns.is_grid = false;
  return std::optional<Columns>(columns);
}

}  // namespace

Result<PostcodesRead> read_postcodes(const std::string& path, std::span<const GeoPoint> council) {
  CsvRows rows = ALONGSIDE_TRY(CsvRows::open(path));
  std::vector<std::string> row;
  if (!ALONGSIDE_TRY(rows.next(row))) return Error{ErrorCode::InvalidInput, path + " is empty"};
  PostcodeSums sums(council);
  const auto header = ALONGSIDE_TRY(columns_of(row));
  const Columns columns = header.value_or(Columns());
  if (!header) ALONGSIDE_TRY(sums.take(row, columns));
  while (ALONGSIDE_TRY(rows.next(row))) {
    if (rows.row() > most_rows) return Error{ErrorCode::TooLarge, "more than 5,000,000 rows"};
    ALONGSIDE_TRY(sums.take(row, columns));
  }
  return sums.finish();
}

}  // namespace alongside::local_offer
