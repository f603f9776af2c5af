mv themes ../elsewhere; ln -s ../elsewhere themes
