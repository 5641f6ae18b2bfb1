; One courier, two parcels, and a street that is a way in one direction only.
(define (problem monday)
  (:domain delivery)
  (:objects
    ada - courier
    book lamp - parcel
    depot market harbour - place)
  (:init
    (at ada depot) (free ada)
    (lies book depot) (lies lamp market)
    (street depot market) (= (minutes depot market) 4)
    (street market harbour) (= (minutes market harbour) 6)
    (street harbour depot) (= (minutes harbour depot) 9)
    (street market depot) (= (minutes market depot) 4)
    (= (total-cost) 0))
  (:goal (and (lies book harbour) (lies lamp depot)))
  (:metric minimize (total-cost)))
