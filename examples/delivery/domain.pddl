; Couriers carry parcels through a town.
(define (domain delivery)
  (:requirements :strips :typing :action-costs)
  (:types courier parcel place)
  (:predicates
    (at ?c - courier ?p - place)        ; where a courier is
    (lies ?x - parcel ?p - place)       ; where a parcel lies
    (carries ?c - courier ?x - parcel)
    (free ?c - courier)                 ; a courier carries one parcel at a time
    (street ?a ?b - place))
  (:functions
    (minutes ?a ?b - place) - number
    (total-cost) - number)

  (:action ride
    :parameters (?c - courier ?from ?to - place)
    :precondition (and (at ?c ?from) (street ?from ?to))
    :effect (and (at ?c ?to) (not (at ?c ?from))
                 (increase (total-cost) (minutes ?from ?to))))

  (:action take
    :parameters (?c - courier ?x - parcel ?p - place)
    :precondition (and (at ?c ?p) (lies ?x ?p) (free ?c))
    :effect (and (carries ?c ?x) (not (lies ?x ?p)) (not (free ?c))
                 (increase (total-cost) 1)))

  (:action deliver
    :parameters (?c - courier ?x - parcel ?p - place)
    :precondition (and (at ?c ?p) (carries ?c ?x))
    :effect (and (lies ?x ?p) (free ?c) (not (carries ?c ?x))
                 (increase (total-cost) 1))))
