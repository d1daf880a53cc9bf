// Which known cities lie near a point: how two lists of towns are brought together.
#pragma once

#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/entities/data/facts.h"

namespace dateline::gazetteer {

struct Position {
  double latitude = 0;
  double longitude = 0;
};

// In degrees of latitude.
[[nodiscard]] inline double distance(Position a, Position b) {
  const double shrink = std::cos(a.latitude * std::numbers::pi / 180);
  return std::hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * shrink);
}

// The cities of each country by square degree, to find which are near.
class Neighbourhood {
 public:
  explicit Neighbourhood(const Facts& facts) : facts_(facts) {
    for (FactId id = 0; id < facts.places.size(); ++id) add(id);
  }

  void add(FactId id) {
    const PlaceFact& place = facts_.places[id];
    if (place.kind == PlaceKind::city && place.latitude)
      squares_[square(place.country, {*place.latitude, *place.longitude}, 0, 0)].push_back(id);
  }

  // The nearest city of the country that `wanted` takes and its distance, looked for in the nine squares
  // around.
  template <class Wanted>
  [[nodiscard]] std::optional<std::pair<FactId, double>> nearest(const std::string& country, Position at,
                                                                 Wanted wanted) const {
    std::optional<std::pair<FactId, double>> best;
    for (int north = -1; north <= 1; ++north) {
      for (int east = -1; east <= 1; ++east) {
        const auto found = squares_.find(square(country, at, north, east));
        if (found == squares_.end()) continue;
        for (const FactId id : found->second) {
          const PlaceFact& place = facts_.places[id];
          if (!wanted(place)) continue;
          const double away = distance(at, {*place.latitude, *place.longitude});
          if (!best || away < best->second) best = {id, away};
        }
      }
    }
    return best;
  }

 private:
  static std::string square(const std::string& country, Position at, int north, int east) {
    return country + ' ' + std::to_string(static_cast<int>(std::floor(at.latitude)) + north) + ' ' +
           std::to_string(static_cast<int>(std::floor(at.longitude)) + east);
  }

  const Facts& facts_;
  std::map<std::string, std::vector<FactId>> squares_;
};

// Degrees within which a town of one name is the same.
inline constexpr double kSameName = 0.5;

// Two lists write "Saint Louis" and "St. Louis".
[[nodiscard]] std::string town_key(const std::string& name);

}  // namespace dateline::gazetteer
