{ printf 'themes: ['; seq -f 'theme-%.0f,' 4000 | tr -d '\n'; echo ']'; sed /themes:/d cooperations/hill-dale.yml; } > new && mv new cooperations/hill-dale.yml
