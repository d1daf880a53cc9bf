#include "indexer/archive/document.h"

#include <algorithm>

#include "dateline/record.h"
#include "dateline/schema.h"
#include "dateline/terms.h"

namespace dateline {

namespace {

// A word of the headline tells more of what an article is about than one of its body: it counts as three.
constexpr Xapian::termcount kHeadlineWeight = 3;

class Builder {
 public:
  Builder(const Article& article, WordForms& forms) : article_(article), forms_(forms) {}

  BuiltDocument build() {
    add_texts();
    add_names();
    add_places();
    add_dates();
    add_labels();
    built_.document.add_boolean_term(id_term(article_.id));
    built_.document.set_data(encode_record(article_));
    return std::move(built_);
  }

 private:
  void add_texts() {
    text("headline", article_.headline, kHeadlineWeight);
    for (const std::string& line : article_.subheadlines) text("headline", line);
    text("abstract", article_.abstract);
    for (const Caption& caption : article_.captions) {
      text("caption", caption.text);
      text("credit", caption.credit);
    }
    for (const Byline& byline : article_.bylines) {
      text("byline", byline.name);
      text("byline", byline.role);
    }
    if (article_.dateline) text("body", article_.dateline->text);
    text("body", article_.body);
  }

  // Words under no prefix and, for short fields, again under the field's own.
  void text(const char* field, const std::string& value, Xapian::termcount weight = 1) {
    if (value.empty()) return;
    const std::string prefix = find_field(field)->text_prefix;
    std::string prefixed;
    for_each_word(value, [&](const Word& word) {
      if (word.term.empty()) return;
      ++position_;
      built_.document.add_posting(word.term, position_, weight);
      forms_.add(word.term, article_.language, built_.expansions);
      if (prefix.empty()) return;
      prefixed.assign(prefix).append(word.term);
      built_.document.add_posting(prefixed, position_);
    });
    position_ += kFieldGap;
  }

  // One value of a facet: its filter term, its display form, its name's words, and its key for the slot.
  void value(const Field& field, std::vector<FacetKey>& keys, const DisplayForm& form) {
    const std::string key = value_key(field.kind, form.value);
    if (key.empty()) return;
    built_.document.add_boolean_term(term_of(field.filter_prefix, key));
    keys.push_back(facet_key(field.kind, key));
    built_.document.add_boolean_term(form_term(keys.back(), form));
    words(field.kind, form.value, key);
  }

  // The name's words find the key, as they are written and as they stand in the key.
  void words(ValueKind kind, const std::string& name, const std::string& key) {
    const char* kind_name = kValueKindNames[static_cast<std::size_t>(kind)];
    const std::string folded = fold_name(name);
    add_name_words(kind_name, folded, key, built_.expansions);
    if (folded != key) add_name_words(kind_name, key, key, built_.expansions);
  }

  template <class List, class ToForm>
  void facet(const char* name, const List& list, ToForm to_form) {
    const Field& field = *find_field(name);
    std::vector<FacetKey> keys;
    for (const auto& item : list) value(field, keys, to_form(item));
    if (!keys.empty()) built_.document.add_value(field.slot, facet_slot(std::move(keys)));
  }

  void labels(const char* name, const std::vector<std::string>& values) {
    facet(name, values, [](const std::string& label) { return DisplayForm{label, {}, {}, {}}; });
  }

  void label(const char* name, const std::string& only) {
    if (!only.empty()) labels(name, {only});
  }

  void add_names() {
    const auto by_name = [](const auto& named) { return DisplayForm{named.name, {}, {}, {}}; };
    const auto persons = article_.persons.value_or(std::vector<Person>{});
    facet("person", persons, by_name);
    std::vector<Person> pictured;
    std::ranges::copy_if(persons, std::back_inserter(pictured),
                         [](const Person& p) { return std::ranges::count(p.in, TextField::caption) > 0; });
    facet("pictured", pictured, by_name);
    facet("organisation", article_.organisations.value_or(std::vector<Organisation>{}), by_name);
    facet("byline", article_.bylines, by_name);
  }

  void add_places() {
    std::vector<DisplayForm> places, cities, countries;
    std::vector<std::string> continents;
    for (const Place& place : article_.places.value_or(std::vector<Place>{})) {
      const std::string kind = kPlaceKindNames[static_cast<std::size_t>(place.kind)];
      places.push_back({place.value, place.name, kind, place.country});
      // What a place is called in the text finds it too: "Kiev" where the gazetteer says Kyiv.
      for (const Mention& mention : place.mentions)
        words(ValueKind::place, mention.text, fold_name(place.value));
      if (place.kind == PlaceKind::city) cities.push_back(places.back());
      if (place.kind == PlaceKind::country) countries.push_back(places.back());
      if (!place.continent.empty()) continents.push_back(place.continent);
      // A place is found under each of those that hold it: the last of its path is its country, before that
      // may stand its state, and before that its city.
      for (std::size_t i = 1; i < place.path.size(); ++i) {
        const std::string& outer = place.path[i];
        const std::size_t behind = place.path.size() - 1 - i;
        const bool is_state = behind == 1 && is_by_state(place.country);
        const char* outer_kind = behind == 0 ? "country" : is_state ? "region" : "city";
        places.push_back({outer, outer.substr(0, outer.find(", ")), outer_kind, place.country});
        if (behind == 0) countries.push_back(places.back());
      }
    }
    const auto as_it_is = [](const DisplayForm& form) { return form; };
    facet("place", places, as_it_is);
    facet("city", cities, as_it_is);
    facet("country", countries, as_it_is);
    facet("continent", continents, [](const std::string& name) {
      return DisplayForm{name, name, "continent", {}};
    });
  }

  void add_dates() {
    Xapian::Document& document = built_.document;
    if (article_.published) {
      const std::string day = sortable(*article_.published);
      document.add_value(kPublishedSlot, day);
      document.add_boolean_term(kYearPrefix + day.substr(0, 4));
      if (day.size() >= 6) document.add_boolean_term(kMonthPrefix + day.substr(0, 6));
      if (day.size() >= 8) document.add_boolean_term(kDayPrefix + day.substr(0, 8));
      has("date");
    }
    if (article_.updated) document.add_value(kUpdatedSlot, sortable(*article_.updated));
    if (article_.embargo) document.add_value(kEmbargoSlot, sortable(*article_.embargo));
    std::string indexed;
    std::ranges::copy_if(article_.indexed, std::back_inserter(indexed),
                         [](char c) { return c >= '0' && c <= '9'; });
    document.add_value(kIndexedSlot, indexed);
  }

  void add_labels() {
    std::vector<std::string> keywords = article_.keywords;
    for (const Subject& subject : article_.subjects) {
      if (!subject.name.empty()) keywords.push_back(subject.name);
    }
    labels("keyword", keywords);
    label("section", article_.section);
    label("publication", article_.publication);
    label("language", article_.language);
    if (!article_.url.empty())
      built_.document.add_boolean_term(filter_term(*find_field("url"), article_.url));
    if (!article_.captions.empty()) has("caption");
    if (!article_.bylines.empty()) has("byline");
  }

  void has(const char* what) { built_.document.add_boolean_term(std::string(kHasPrefix) + what); }

  const Article& article_;
  WordForms& forms_;
  BuiltDocument built_;
  Xapian::termpos position_ = 0;
};

}  // namespace

std::string id_term(const std::string& id) { return term_of(kIdPrefix, id); }

BuiltDocument build_document(const Article& article, WordForms& forms) {
  return Builder(article, forms).build();
}

}  // namespace dateline
