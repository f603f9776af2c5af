echo 'import os' > cooperations/conftest.py
