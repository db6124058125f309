/set mode gantry -quiet
/set prompt gantry 'jshell> ' '   ...> '
/set format gantry pre '|  '
/set format gantry post '%n'
/set format gantry errorpre '|  '
/set format gantry errorpost '%n'
/set format gantry errorline '{post}{pre}    {err}'
/set format gantry until ', which cannot be used until' defined,notdefined
/set format gantry unrerr ' {unresolved} is declared' unresolved1-error0
/set format gantry unrerr ' {unresolved} are declared' unresolved2-error0
/set format gantry unrerr ' this is corrected: {errors}' error1,error2
/set format gantry resolve '{until}{unrerr}' defined,notdefined-added,modified,replaced,used
/set format gantry display ''
/set format gantry display '{name} ==> {value}{post}' added,modified,replaced-expression,varvalue,assignment,varinit-ok-primary
/set format gantry display '{pre}created {name}{resolve}{post}' class,interface,enum,annotation,record,method-added,modified,replaced-defined,notdefined-primary
/set format gantry display '{pre}created {name}{resolve}{post}' vardecl,varinit-notdefined
/set format gantry display '{pre}attempted to use {name}{resolve}{post}' used-class,interface,enum,annotation,record,method
/set truncation gantry 1000000
