cp places/hill.yml 'places/{{ config }}.yml'
